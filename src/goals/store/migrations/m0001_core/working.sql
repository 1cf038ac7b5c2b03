CREATE TABLE check_in (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    health {text} NOT NULL CHECK (health IN ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    confidence {int} CHECK (confidence BETWEEN 0 AND 100),
    note {text},
    needs {text},
    author_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    acknowledged_by_id {uuid},
    acknowledged_at {time},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, author_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, acknowledged_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX check_in_commission ON check_in (org_id, commission_id, created_at, id);

CREATE TABLE measurement (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    criterion_id {uuid} NOT NULL,
    lineage_id {uuid} NOT NULL,
    value {decimal} NOT NULL,
    observed_at {time} NOT NULL,
    recorded_at {time} NOT NULL,
    source {text} NOT NULL CHECK (source IN ('HUMAN', 'INTEGRATION')),
    evidence_url {text},
    actor_id {uuid} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, criterion_id) REFERENCES criterion (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, actor_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX measurement_lineage ON measurement (org_id, lineage_id, observed_at, id);
CREATE INDEX measurement_commission ON measurement (org_id, commission_id, observed_at, id);

CREATE TABLE attainment_override (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    criterion_id {uuid} NOT NULL,
    lineage_id {uuid} NOT NULL,
    computed {decimal},
    attainment {decimal} NOT NULL,
    reason {text} NOT NULL,
    person_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, criterion_id) REFERENCES criterion (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX attainment_override_lineage ON attainment_override (org_id, lineage_id, created_at, id);

CREATE TABLE blocker (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    kind {text} NOT NULL,
    text {text} NOT NULL,
    owner {text},
    next_step {text},
    opened_by_id {uuid} NOT NULL,
    opened_at {time} NOT NULL,
    closed_by_id {uuid},
    closed_at {time},
    resolution {text},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, opened_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, closed_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX blocker_commission ON blocker (org_id, commission_id, opened_at, id);

CREATE TABLE delivery (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    number {int} NOT NULL,
    note {text},
    delivered_by_id {uuid} NOT NULL,
    delivered_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, commission_id, number),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, delivered_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE delivery_claim (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    delivery_id {uuid} NOT NULL,
    criterion_id {uuid} NOT NULL,
    position {int} NOT NULL,
    claim {text} NOT NULL,
    evidence_url {text},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, delivery_id, criterion_id),
    FOREIGN KEY (org_id, delivery_id) REFERENCES delivery (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, criterion_id) REFERENCES criterion (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE review (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    delivery_id {uuid} NOT NULL,
    decision {text} NOT NULL CHECK (decision IN ('ACCEPTED', 'ACCEPTED_WITH_RESERVATIONS', 'REJECTED')),
    comment {text},
    reviewer_id {uuid} NOT NULL,
    reviewed_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, delivery_id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, delivery_id) REFERENCES delivery (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, reviewer_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX review_commission ON review (org_id, commission_id);

CREATE TABLE review_judgement (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    review_id {uuid} NOT NULL,
    criterion_id {uuid} NOT NULL,
    position {int} NOT NULL,
    met {bool} NOT NULL,
    comment {text},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, review_id, criterion_id),
    FOREIGN KEY (org_id, review_id) REFERENCES review (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, criterion_id) REFERENCES criterion (org_id, id) ON DELETE RESTRICT
);
