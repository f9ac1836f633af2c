CREATE TABLE open_id_subject (
    id character varying(80) NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_open_id_subject PRIMARY KEY (id)
);

CREATE TABLE used_once (
    id character varying(80) NOT NULL,
    until timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_used_once PRIMARY KEY (id)
);

ALTER TABLE session ADD COLUMN issuer_session text;

CREATE INDEX ix_open_id_subject_person_id ON open_id_subject (person_id);

CREATE INDEX ix_session_issuer_session ON session (issuer_session);

CREATE INDEX ix_used_once_until ON used_once (until);
