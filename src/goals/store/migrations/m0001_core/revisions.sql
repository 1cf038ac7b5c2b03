CREATE TABLE revision (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    number {int} NOT NULL,
    content_hash {text} NOT NULL,
    cause {text},
    author_id {uuid} NOT NULL,
    author_side {text} NOT NULL CHECK (author_side IN ('CUSTOMER', 'SUPPLIER')),
    created_at {time} NOT NULL,
    goal {text},
    benefit {text},
    background {text},
    in_scope {text},
    out_of_scope {text},
    must_not_change {text},
    deadline {date},
    deadline_time_zone {text} NOT NULL,
    check_in_cadence_days {int},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, commission_id, number),
    UNIQUE (org_id, commission_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (org_id, author_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE criterion (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    lineage_id {uuid} NOT NULL,
    position {int} NOT NULL,
    text {text} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('METRIC', 'BINARY')),
    direction {text} CHECK (direction IN ('INCREASE', 'DECREASE', 'AT_LEAST', 'AT_MOST', 'WITHIN')),
    baseline {decimal},
    target {decimal},
    stretch {decimal},
    band {decimal},
    unit {text},
    method {text},
    source {text},
    observer {text},
    weight {int} NOT NULL CHECK (weight BETWEEN 1 AND 100),
    priority {text} NOT NULL CHECK (priority IN ('MUST', 'SHOULD', 'WISH')),
    origin {text} NOT NULL CHECK (origin IN ('CUSTOMER', 'STATUTORY', 'INTERNAL')),
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, revision_id, position),
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX criterion_lineage ON criterion (org_id, lineage_id);

CREATE TABLE resource (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    position {int} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('PEOPLE', 'KNOWLEDGE', 'TIME', 'MATERIAL', 'TECHNOLOGY', 'BUDGET')),
    text {text} NOT NULL,
    amount {decimal},
    unit {text},
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    status {text} NOT NULL CHECK (status IN ('NEEDED', 'COMMITTED', 'MISSING')),
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, revision_id, position),
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE duty (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    lineage_id {uuid} NOT NULL,
    position {int} NOT NULL,
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    text {text} NOT NULL,
    due {date},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, revision_id, position),
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE duty_fulfilment (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    lineage_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    done_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, lineage_id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE risk (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    position {int} NOT NULL,
    nature {text} NOT NULL CHECK (nature IN ('RISK', 'OPPORTUNITY')),
    text {text} NOT NULL,
    likelihood {int} NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
    impact {int} NOT NULL CHECK (impact BETWEEN 1 AND 5),
    treatment {text},
    owner {text},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, revision_id, position),
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE party (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    position {int} NOT NULL,
    who {text} NOT NULL,
    interest {text},
    involvement {text} NOT NULL CHECK (involvement IN ('INFORM', 'CONSULT', 'APPROVE')),
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, revision_id, position),
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT
);
