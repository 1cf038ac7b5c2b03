ALTER TABLE token ADD COLUMN
    scopes {json} NOT NULL DEFAULT '["READ","MEASURE","ACT","ADMIN"]';

ALTER TABLE person ADD COLUMN
    kind {text} NOT NULL DEFAULT 'HUMAN' CHECK (kind IN ('HUMAN', 'SERVICE'));

CREATE TABLE identity (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    issuer {text} NOT NULL,
    subject {text} NOT NULL,
    mapped {json} NOT NULL,
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, issuer, subject),
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX identity_person ON identity (org_id, person_id);
