CREATE TABLE question (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    field {text} NOT NULL,
    text {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('OPEN', 'ANSWERED', 'WITHDRAWN')),
    asked_side {text} NOT NULL CHECK (asked_side IN ('CUSTOMER', 'SUPPLIER')),
    asked_by_id {uuid} NOT NULL,
    asked_at {time} NOT NULL,
    answer {text},
    answered_by_id {uuid},
    answered_at {time},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, asked_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, answered_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX question_commission ON question (org_id, commission_id, asked_at, id);

CREATE TABLE playback (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    text {text} NOT NULL,
    status {text} NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'CORRECTED')),
    author_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    resolved_by_id {uuid},
    resolved_at {time},
    correction {text},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, author_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, resolved_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX playback_commission ON playback (org_id, commission_id, created_at, id);

CREATE TABLE signature (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    revision_hash {text} NOT NULL,
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    person_id {uuid} NOT NULL,
    decision {text} NOT NULL CHECK (decision IN ('ACCEPT', 'DECLINE')),
    confidence {int} CHECK (confidence BETWEEN 0 AND 100),
    note {text},
    reason {text},
    alternative {text},
    override_reason {text},
    event_seq {bigint} NOT NULL,
    signed_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, revision_id, side, decision),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX signature_commission ON signature (org_id, commission_id, signed_at, id);

CREATE TABLE smart_report (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    revision_id {uuid} NOT NULL,
    rules_version {text} NOT NULL,
    language {text} NOT NULL,
    grade {text} NOT NULL CHECK (grade IN ('SMART', 'DRAFT_SMART', 'ALMOST', 'NOT_SMART')),
    score {int} NOT NULL CHECK (score BETWEEN 0 AND 100),
    coverage {int} NOT NULL CHECK (coverage BETWEEN 0 AND 100),
    specific {text} NOT NULL CHECK (specific IN ('PASS', 'WARN', 'FAIL', 'UNKNOWN')),
    measurable {text} NOT NULL CHECK (measurable IN ('PASS', 'WARN', 'FAIL', 'UNKNOWN')),
    accepted {text} NOT NULL CHECK (accepted IN ('PASS', 'WARN', 'FAIL', 'UNKNOWN')),
    realistic {text} NOT NULL CHECK (realistic IN ('PASS', 'WARN', 'FAIL', 'UNKNOWN')),
    time_bound {text} NOT NULL CHECK (time_bound IN ('PASS', 'WARN', 'FAIL', 'UNKNOWN')),
    findings {json} NOT NULL,
    evidence {json} NOT NULL,
    checked_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, revision_id) REFERENCES revision (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX smart_report_revision ON smart_report (org_id, revision_id, checked_at, id);

CREATE TABLE smart_suppression (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    rule {text} NOT NULL,
    field {text} NOT NULL,
    span_text {text} NOT NULL,
    reason {text} NOT NULL,
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    author_id {uuid} NOT NULL,
    expires_on {date},
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, author_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX smart_suppression_commission ON smart_suppression (org_id, commission_id);
