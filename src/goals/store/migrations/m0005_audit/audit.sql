ALTER TABLE event_body ADD COLUMN erased_by {bigint};

CREATE TABLE erasure (
    org_id {uuid} NOT NULL,
    event_seq {bigint} NOT NULL,
    subject_type {text} NOT NULL CHECK (subject_type IN ('Person', 'Commission')),
    subject_id {uuid} NOT NULL,
    erased_at {time} NOT NULL,
    PRIMARY KEY (org_id, event_seq),
    UNIQUE (org_id, subject_type, subject_id),
    FOREIGN KEY (org_id, event_seq) REFERENCES event (org_id, seq)
        ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE checkpoint (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    seq {bigint} NOT NULL,
    hash {text} NOT NULL,
    at {time} NOT NULL,
    key_id {text} NOT NULL,
    signature {text} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, seq, key_id),
    FOREIGN KEY (org_id, seq) REFERENCES event (org_id, seq) ON DELETE RESTRICT
);
