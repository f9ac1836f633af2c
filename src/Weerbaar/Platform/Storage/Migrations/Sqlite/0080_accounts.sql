ALTER TABLE person DROP COLUMN stamp;
ALTER TABLE person DROP COLUMN password_hash;
ALTER TABLE person DROP COLUMN failed_attempts;
ALTER TABLE person DROP COLUMN locked_until;

CREATE TABLE password (
    id TEXT NOT NULL CONSTRAINT pk_password PRIMARY KEY,
    hash TEXT NOT NULL,
    authenticator_key TEXT NOT NULL,
    last_code_step INTEGER NOT NULL,
    failed_attempts INTEGER NOT NULL,
    locked_until TEXT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE passkey (
    id TEXT NOT NULL CONSTRAINT pk_passkey PRIMARY KEY,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    used_at TEXT NULL,
    credential TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE recovery_code (
    id TEXT NOT NULL CONSTRAINT pk_recovery_code PRIMARY KEY,
    person_id TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE session (
    id TEXT NOT NULL CONSTRAINT pk_session PRIMARY KEY,
    person_id TEXT NOT NULL,
    method TEXT NOT NULL,
    device TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX ix_passkey_person_id ON passkey (person_id);

CREATE INDEX ix_recovery_code_person_id ON recovery_code (person_id);

CREATE INDEX ix_session_person_id ON session (person_id);

CREATE INDEX ix_sign_in_link_person_id ON sign_in_link (person_id);
