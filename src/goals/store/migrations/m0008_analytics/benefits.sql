CREATE TABLE benefit_review (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    verdict {text} NOT NULL CHECK (verdict IN ('REALISED', 'PARTLY', 'NOT', 'TOO_EARLY')),
    comment {text},
    as_of {date} NOT NULL,
    person_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX benefit_review_commission ON benefit_review (org_id, commission_id, created_at, id);
