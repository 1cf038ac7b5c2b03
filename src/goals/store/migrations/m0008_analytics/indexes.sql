CREATE INDEX commission_proposed ON commission (org_id, proposed_at, number, id,
    commitment, self_commission, customer_team_id, supplier_team_id, customer_id, supplier_id,
    initiator, state) WHERE proposed_at IS NOT NULL;
CREATE INDEX action_done ON action (org_id, done_at) WHERE done_at IS NOT NULL;

DROP INDEX commission_state;
CREATE INDEX commission_state ON commission (org_id, state, deadline, id,
    customer_team_id, supplier_team_id, customer_id, supplier_id, initiator);
