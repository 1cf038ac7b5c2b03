CREATE TABLE commission (
    org_id {uuid} NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    id {uuid} NOT NULL,
    number {int} NOT NULL,
    key {text} NOT NULL,
    title {text} NOT NULL,
    customer_team_id {uuid} NOT NULL,
    customer_id {uuid} NOT NULL,
    supplier_team_id {uuid} NOT NULL,
    supplier_id {uuid} NOT NULL,
    beneficiary {text},
    commitment {text} NOT NULL CHECK (commitment IN ('COMMITTED', 'STRETCH', 'LEARNING')),
    state {text} NOT NULL CHECK (state IN ('DRAFT', 'CLARIFYING', 'AGREED', 'DELIVERED', 'EVALUATING',
        'CLOSED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CANCELLED')),
    initiator {text} NOT NULL CHECK (initiator IN ('CUSTOMER', 'SUPPLIER')),
    self_commission {bool} NOT NULL,
    version {int} NOT NULL,
    current_revision_id {uuid} NOT NULL,
    pending_revision_id {uuid},
    deadline {date},
    first_agreed_deadline {date},
    contributes_to_id {uuid},
    created_by_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL,
    proposed_at {time},
    agreed_at {time},
    delivered_at {time},
    evaluating_at {time},
    closed_at {time},
    lapsed {bool} NOT NULL,
    ended_by {text} CHECK (ended_by IN ('CUSTOMER', 'SUPPLIER')),
    end_reason {text},
    last_check_in_at {time},
    last_health {text} CHECK (last_health IN ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    outcome {text} CHECK (outcome IN ('EXCEEDED', 'ACHIEVED', 'PARTLY_ACHIEVED', 'MISSED', 'NOT_ASSESSABLE')),
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, number),
    UNIQUE (org_id, key),
    FOREIGN KEY (org_id, customer_team_id) REFERENCES team (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, supplier_team_id) REFERENCES team (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, customer_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, supplier_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, created_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, contributes_to_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, id, current_revision_id) REFERENCES revision (org_id, commission_id, id)
        ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (org_id, id, pending_revision_id) REFERENCES revision (org_id, commission_id, id)
        ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX commission_created ON commission (org_id, created_at, id);
CREATE INDEX commission_updated ON commission (org_id, updated_at, id);
CREATE INDEX commission_deadline ON commission (org_id, deadline, id);
CREATE INDEX commission_state ON commission (org_id, state, deadline, id);
CREATE INDEX commission_customer_team ON commission (org_id, customer_team_id, created_at, id);
CREATE INDEX commission_supplier_team ON commission (org_id, supplier_team_id, created_at, id);
CREATE INDEX commission_customer ON commission (org_id, customer_id);
CREATE INDEX commission_supplier ON commission (org_id, supplier_id);
CREATE INDEX commission_due ON commission (org_id, first_agreed_deadline, state, outcome);

CREATE TABLE commission_tag (
    org_id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    tag {text} NOT NULL,
    PRIMARY KEY (org_id, commission_id, tag),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX commission_tag_tag ON commission_tag (org_id, tag, commission_id);

CREATE TABLE commission_dependency (
    org_id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    depends_on_id {uuid} NOT NULL,
    PRIMARY KEY (org_id, commission_id, depends_on_id),
    CHECK (commission_id <> depends_on_id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, depends_on_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX commission_dependency_on ON commission_dependency (org_id, depends_on_id);

CREATE TABLE external_reference (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    system {text} NOT NULL,
    key {text} NOT NULL,
    url {text},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, system, key),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX external_reference_commission ON external_reference (org_id, commission_id);
