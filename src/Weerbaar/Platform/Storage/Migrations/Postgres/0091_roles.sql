CREATE TABLE role_assignment (
    id character varying(80) NOT NULL,
    ended_at timestamp with time zone,
    "from" date,
    given_at timestamp with time zone,
    given_by text NOT NULL,
    object_id text,
    organisation text,
    person_id text NOT NULL,
    reason text NOT NULL,
    role character varying(40) NOT NULL,
    until date,
    version bigint NOT NULL,
    CONSTRAINT pk_role_assignment PRIMARY KEY (id)
);

CREATE INDEX ix_role_assignment_person_id ON role_assignment (person_id);

CREATE INDEX ix_role_assignment_object_id ON role_assignment (object_id);

INSERT INTO role_assignment (id, given_by, person_id, reason, role, version)
SELECT id || '-role', '', id, '', role, 1 FROM person;

ALTER TABLE person DROP COLUMN role;

CREATE TABLE delegation (
    id character varying(80) NOT NULL,
    assignment_id text NOT NULL,
    ended_at timestamp with time zone,
    "from" date NOT NULL,
    from_person_id text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    object_id text,
    reason text NOT NULL,
    to_person_id text NOT NULL,
    until date NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_delegation PRIMARY KEY (id)
);

CREATE INDEX ix_delegation_to_person_id ON delegation (to_person_id);

CREATE INDEX ix_delegation_from_person_id ON delegation (from_person_id);
