CREATE TABLE emergency_opening (
    id character varying(200) NOT NULL,
    object_id character varying(80) NOT NULL,
    person_id character varying(80) NOT NULL,
    person_name text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_by text NOT NULL,
    checked_by text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_emergency_opening PRIMARY KEY (id)
);

CREATE INDEX ix_emergency_opening_object_id ON emergency_opening (object_id);

CREATE INDEX ix_emergency_opening_person_id ON emergency_opening (person_id);
