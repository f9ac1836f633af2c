ALTER TABLE person DROP COLUMN stamp;
ALTER TABLE person DROP COLUMN password_hash;
ALTER TABLE person DROP COLUMN failed_attempts;
ALTER TABLE person DROP COLUMN locked_until;

CREATE TABLE password (
    id character varying(80) NOT NULL,
    hash text NOT NULL,
    authenticator_key text NOT NULL,
    last_code_step bigint NOT NULL,
    failed_attempts integer NOT NULL,
    locked_until timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_password PRIMARY KEY (id)
);

CREATE TABLE passkey (
    id character varying(80) NOT NULL,
    person_id text NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    credential text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_passkey PRIMARY KEY (id)
);

CREATE TABLE recovery_code (
    id character varying(80) NOT NULL,
    person_id text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_recovery_code PRIMARY KEY (id)
);

CREATE TABLE session (
    id character varying(80) NOT NULL,
    person_id text NOT NULL,
    method character varying(40) NOT NULL,
    device text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id)
);

CREATE INDEX ix_passkey_person_id ON passkey (person_id);

CREATE INDEX ix_recovery_code_person_id ON recovery_code (person_id);

CREATE INDEX ix_session_person_id ON session (person_id);

CREATE INDEX ix_sign_in_link_person_id ON sign_in_link (person_id);
