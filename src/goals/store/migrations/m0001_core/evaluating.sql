CREATE TABLE assessment (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    person_id {uuid} NOT NULL,
    overall_expected {int} CHECK (overall_expected BETWEEN 1 AND 7),
    overall_perceived {int} CHECK (overall_perceived BETWEEN 1 AND 7),
    reliability_expected {int} CHECK (reliability_expected BETWEEN 1 AND 7),
    reliability_perceived {int} CHECK (reliability_perceived BETWEEN 1 AND 7),
    responsiveness_expected {int} CHECK (responsiveness_expected BETWEEN 1 AND 7),
    responsiveness_perceived {int} CHECK (responsiveness_perceived BETWEEN 1 AND 7),
    clarity_expected {int} CHECK (clarity_expected BETWEEN 1 AND 7),
    clarity_perceived {int} CHECK (clarity_perceived BETWEEN 1 AND 7),
    cooperation_expected {int} CHECK (cooperation_expected BETWEEN 1 AND 7),
    cooperation_perceived {int} CHECK (cooperation_perceived BETWEEN 1 AND 7),
    comment {text},
    submitted_at {time} NOT NULL,
    unsealed_at {time},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, commission_id, side),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE assessment_judgement (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    assessment_id {uuid} NOT NULL,
    criterion_id {uuid} NOT NULL,
    position {int} NOT NULL,
    attainment {int} NOT NULL CHECK (attainment BETWEEN 0 AND 1000),
    comment {text},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, assessment_id, criterion_id),
    FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, criterion_id) REFERENCES criterion (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE factor (
    org_id {uuid} NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    id {uuid} NOT NULL,
    key {text} NOT NULL,
    level {text} NOT NULL CHECK (level IN ('CULTURE', 'STRUCTURE', 'PERSON')),
    label_de {text} NOT NULL,
    label_en {text} NOT NULL,
    active {bool} NOT NULL,
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, key)
);

CREATE TABLE factor_observation (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    assessment_id {uuid},
    factor_id {uuid} NOT NULL,
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    person_id {uuid} NOT NULL,
    polarity {text} NOT NULL CHECK (polarity IN ('HELPED', 'HINDERED', 'MISSING')),
    strength {int} NOT NULL CHECK (strength BETWEEN 1 AND 3),
    locus {text} NOT NULL CHECK (locus IN ('OWN', 'OTHER', 'SHARED', 'EXTERNAL')),
    comment {text},
    observed_at {time} NOT NULL,
    unsealed_at {time},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, factor_id) REFERENCES factor (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX factor_observation_commission ON factor_observation (org_id, commission_id, observed_at, id);
CREATE INDEX factor_observation_factor ON factor_observation (org_id, factor_id);
CREATE INDEX factor_observation_assessment ON factor_observation (org_id, assessment_id);

CREATE TABLE evaluation (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    outcome {text} NOT NULL CHECK (outcome IN ('EXCEEDED', 'ACHIEVED', 'PARTLY_ACHIEVED', 'MISSED', 'NOT_ASSESSABLE')),
    timeliness_first_agreed {text} CHECK (timeliness_first_agreed IN ('EARLY', 'ON_TIME', 'LATE', 'NOT_DELIVERED')),
    timeliness_current {text} CHECK (timeliness_current IN ('EARLY', 'ON_TIME', 'LATE', 'NOT_DELIVERED')),
    attainment {decimal},
    disagreements {json} NOT NULL,
    evaluated_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, commission_id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE lesson (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    text {text} NOT NULL,
    tags {json} NOT NULL,
    reuse_count {int} NOT NULL,
    author_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, author_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX lesson_commission ON lesson (org_id, commission_id, created_at, id);

CREATE TABLE action (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('CHANGE', 'SUSTAIN', 'DEVELOP')),
    text {text} NOT NULL,
    owner_id {uuid} NOT NULL,
    due {date},
    created_by_id {uuid} NOT NULL,
    created_at {time} NOT NULL,
    done_at {time},
    effect_check {text},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, owner_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, created_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX action_commission ON action (org_id, commission_id, created_at, id);
CREATE INDEX action_owner ON action (org_id, owner_id);
