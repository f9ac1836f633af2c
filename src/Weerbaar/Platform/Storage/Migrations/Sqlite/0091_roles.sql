CREATE TABLE role_assignment (
    id TEXT NOT NULL CONSTRAINT pk_role_assignment PRIMARY KEY,
    ended_at TEXT NULL,
    "from" TEXT NULL,
    given_at TEXT NULL,
    given_by TEXT NOT NULL,
    object_id TEXT NULL,
    organisation TEXT NULL,
    person_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    role TEXT NOT NULL,
    until TEXT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX ix_role_assignment_person_id ON role_assignment (person_id);

CREATE INDEX ix_role_assignment_object_id ON role_assignment (object_id);

INSERT INTO role_assignment (id, given_by, person_id, reason, role, version)
SELECT id || '-role', '', id, '', role, 1 FROM person;

ALTER TABLE person DROP COLUMN role;

CREATE TABLE delegation (
    id TEXT NOT NULL CONSTRAINT pk_delegation PRIMARY KEY,
    assignment_id TEXT NOT NULL,
    ended_at TEXT NULL,
    "from" TEXT NOT NULL,
    from_person_id TEXT NOT NULL,
    given_at TEXT NOT NULL,
    object_id TEXT NULL,
    reason TEXT NOT NULL,
    to_person_id TEXT NOT NULL,
    until TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX ix_delegation_to_person_id ON delegation (to_person_id);

CREATE INDEX ix_delegation_from_person_id ON delegation (from_person_id);
