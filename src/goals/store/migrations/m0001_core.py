"""Step 1: the whole core of the domain.

Every key starts with the organisation, every link is (org_id, …), so that a row cannot point
into another tenant. Placeholders in braces are the engine's type names (goals.store.migrate).
Times are UTC; decimals and canonical JSON are text on both engines.
"""

NAME = "core"

STATEMENTS = """
CREATE TABLE organisation (
    id {uuid} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    language {text} NOT NULL CHECK (language IN ('de', 'en')),
    time_zone {text} NOT NULL,
    settings {json} NOT NULL,
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL
);

CREATE TABLE organisation_head (
    org_id {uuid} NOT NULL PRIMARY KEY REFERENCES organisation (id) ON DELETE RESTRICT,
    event_seq {bigint} NOT NULL,
    event_hash {text} NOT NULL,
    event_at {time} NOT NULL,
    last_commission {int} NOT NULL
);

CREATE TABLE team (
    org_id {uuid} NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    id {uuid} NOT NULL,
    name {text} NOT NULL,
    parent_id {uuid},
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL,
    archived_at {time},
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, name),
    FOREIGN KEY (org_id, parent_id) REFERENCES team (org_id, id) ON DELETE RESTRICT
);

CREATE TABLE person (
    org_id {uuid} NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
    id {uuid} NOT NULL,
    name {text} NOT NULL,
    email {text} NOT NULL,
    language {text} NOT NULL CHECK (language IN ('de', 'en')),
    role {text} NOT NULL CHECK (role IN ('MEMBER', 'MANAGER', 'ADMIN')),
    active {bool} NOT NULL,
    created_at {time} NOT NULL,
    updated_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, email)
);

CREATE TABLE membership (
    org_id {uuid} NOT NULL,
    team_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    lead {bool} NOT NULL,
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, team_id, person_id),
    FOREIGN KEY (org_id, team_id) REFERENCES team (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX membership_person ON membership (org_id, person_id);

CREATE TABLE token (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    name {text} NOT NULL,
    prefix {text} NOT NULL,
    hash {text} NOT NULL UNIQUE,
    created_at {time} NOT NULL,
    expires_at {time},
    last_used_at {time},
    revoked_at {time},
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX token_person ON token (org_id, person_id);

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
    FOREIGN KEY (org_id, current_revision_id) REFERENCES revision (org_id, id)
        ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (org_id, pending_revision_id) REFERENCES revision (org_id, id)
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
    UNIQUE (org_id, revision_id, side),
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
    author_id {uuid} NOT NULL,
    expires_on {date},
    created_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, author_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX smart_suppression_commission ON smart_suppression (org_id, commission_id);

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
"""
