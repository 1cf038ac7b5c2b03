CREATE TABLE fact (
    org_id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    month {int} NOT NULL,
    due {date} NOT NULL,
    deadline {date} NOT NULL,
    commitment {text} NOT NULL,
    self {bool} NOT NULL,
    customer_team_id {uuid} NOT NULL,
    supplier_team_id {uuid} NOT NULL,
    customer_id {uuid} NOT NULL,
    supplier_id {uuid} NOT NULL,
    created_by_id {uuid} NOT NULL,
    customer_mark {int} NOT NULL,
    supplier_mark {int} NOT NULL,
    state {text} NOT NULL,
    ended_by {text},
    outcome {text},
    lapsed {bool} NOT NULL,
    timeliness_first {text},
    timeliness_current {text},
    grade {text},
    created_at {time} NOT NULL,
    proposed_at {time},
    agreed_at {time} NOT NULL,
    delivered_at {time},
    evaluating_at {time},
    closed_at {time},
    detail {json} NOT NULL,
    PRIMARY KEY (org_id, commission_id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX fact_due ON fact (org_id, due, commission_id);
CREATE INDEX fact_customer_team ON fact (org_id, customer_team_id, due, commission_id);
CREATE INDEX fact_supplier_team ON fact (org_id, supplier_team_id, due, commission_id);
CREATE INDEX fact_customer ON fact (org_id, customer_id, due, commission_id);
CREATE INDEX fact_supplier ON fact (org_id, supplier_id, due, commission_id);
CREATE INDEX fact_created_by ON fact (org_id, created_by_id, due);
CREATE INDEX fact_open ON fact (org_id, deadline) WHERE state = 'AGREED';

CREATE TABLE rollup (
    org_id {uuid} NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    cube {text} NOT NULL,
    month {int} NOT NULL,
    commitment {text} NOT NULL,
    self {bool} NOT NULL,
    key1 {text} NOT NULL,
    key2 {text} NOT NULL,
    key3 {text} NOT NULL,
    SLOTS,
    PRIMARY KEY (org_id, cube, month, commitment, self, key1, key2, key3)
);
CREATE INDEX rollup_key1 ON rollup (org_id, cube, key1, month);
CREATE INDEX rollup_key2 ON rollup (org_id, cube, key2, month);

CREATE TABLE rollup_built (
    org_id {uuid} NOT NULL PRIMARY KEY REFERENCES organisation (id) ON DELETE RESTRICT,
    cubes {text} NOT NULL,
    built_at {time} NOT NULL,
    seq {bigint} NOT NULL
);
