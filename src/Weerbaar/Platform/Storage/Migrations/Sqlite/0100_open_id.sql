CREATE TABLE open_id_subject (
    id TEXT NOT NULL CONSTRAINT pk_open_id_subject PRIMARY KEY,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE used_once (
    id TEXT NOT NULL CONSTRAINT pk_used_once PRIMARY KEY,
    until TEXT NOT NULL,
    version INTEGER NOT NULL
);

ALTER TABLE session ADD COLUMN issuer_session TEXT NULL;

CREATE INDEX ix_open_id_subject_person_id ON open_id_subject (person_id);

CREATE INDEX ix_session_issuer_session ON session (issuer_session);

CREATE INDEX ix_used_once_until ON used_once (until);
