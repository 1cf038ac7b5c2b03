DROP INDEX commission_proposed;
CREATE INDEX commission_proposed ON commission (org_id, proposed_at, number, id,
    commitment, self_commission, customer_team_id, supplier_team_id, customer_id, supplier_id,
    initiator, state, agreed_at, delivered_at, evaluating_at, closed_at)
    WHERE proposed_at IS NOT NULL;
CREATE INDEX commission_sample ON commission (org_id, proposed_at, number, id,
    commitment, self_commission, customer_team_id, supplier_team_id, customer_id, supplier_id,
    initiator, state, agreed_at, delivered_at, evaluating_at, closed_at)
    WHERE proposed_at IS NOT NULL AND number % 32749 * 31337 % 65521 % 16 = 0;

DROP INDEX action_done;
CREATE INDEX action_done ON action (org_id, done_at, id, commission_id, kind);
CREATE INDEX fact_commission ON fact (org_id, commission_id,
    commitment, self, customer_team_id, supplier_team_id);
