CREATE TABLE event (
    org_id {uuid} NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    seq {bigint} NOT NULL,
    id {uuid} NOT NULL,
    at {time} NOT NULL,
    kind {text} NOT NULL,
    actor_id {uuid},
    token_id {uuid},
    channel {text} NOT NULL CHECK (channel IN ('CLI', 'API', 'INTEGRATION', 'SYSTEM')),
    side {text} CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    commission_id {uuid},
    subject_type {text} NOT NULL,
    subject_id {uuid} NOT NULL,
    revision_hash {text},
    body_hash {text} NOT NULL,
    previous_hash {text} NOT NULL,
    hash {text} NOT NULL,
    PRIMARY KEY (org_id, seq),
    UNIQUE (org_id, id)
);
CREATE INDEX event_commission ON event (org_id, commission_id, seq);

CREATE TABLE event_body (
    org_id {uuid} NOT NULL,
    seq {bigint} NOT NULL,
    salt {text} NOT NULL,
    body {json} NOT NULL,
    PRIMARY KEY (org_id, seq),
    FOREIGN KEY (org_id, seq) REFERENCES event (org_id, seq) ON DELETE RESTRICT
);

CREATE TABLE outbox (
    org_id {uuid} NOT NULL,
    seq {bigint} NOT NULL,
    created_at {time} NOT NULL,
    claimed_at {time},
    delivered_at {time},
    attempts {int} NOT NULL,
    PRIMARY KEY (org_id, seq),
    FOREIGN KEY (org_id, seq) REFERENCES event (org_id, seq) ON DELETE RESTRICT
);
CREATE INDEX outbox_waiting ON outbox (org_id, seq) WHERE delivered_at IS NULL;

CREATE TABLE idempotency (
    token_id {uuid} NOT NULL,
    key {text} NOT NULL,
    org_id {uuid} NOT NULL,
    request_hash {text} NOT NULL,
    answer {text},
    created_at {time} NOT NULL,
    PRIMARY KEY (token_id, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
