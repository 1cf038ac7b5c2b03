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
