CREATE TABLE commission_share (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    commission_id {uuid} NOT NULL,
    person_id {uuid},
    team_id {uuid},
    side {text} NOT NULL CHECK (side IN ('CUSTOMER', 'SUPPLIER')),
    shared_by_id {uuid} NOT NULL,
    shared_at {time} NOT NULL,
    PRIMARY KEY (org_id, id),
    CHECK ((person_id IS NULL) <> (team_id IS NULL)),
    UNIQUE (org_id, commission_id, person_id),
    UNIQUE (org_id, commission_id, team_id),
    FOREIGN KEY (org_id, commission_id) REFERENCES commission (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, team_id) REFERENCES team (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, shared_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX commission_share_person ON commission_share (org_id, person_id, commission_id);
CREATE INDEX commission_share_team ON commission_share (org_id, team_id, commission_id);

CREATE TABLE deputy (
    org_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    deputy_id {uuid} NOT NULL,
    starts_at {time} NOT NULL,
    ends_at {time} NOT NULL,
    appointed_by_id {uuid},
    appointed_at {time} NOT NULL,
    ended_at {time},
    PRIMARY KEY (org_id, id),
    CHECK (person_id <> deputy_id),
    CHECK (starts_at < ends_at),
    FOREIGN KEY (org_id, person_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, deputy_id) REFERENCES person (org_id, id) ON DELETE RESTRICT,
    FOREIGN KEY (org_id, appointed_by_id) REFERENCES person (org_id, id) ON DELETE RESTRICT
);
CREATE INDEX deputy_person ON deputy (org_id, person_id);
CREATE INDEX deputy_deputy ON deputy (org_id, deputy_id, ends_at);

ALTER TABLE signature ADD COLUMN on_behalf_of_id {uuid};
