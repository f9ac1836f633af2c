CREATE TABLE indexed_object (
    id TEXT NOT NULL CONSTRAINT pk_indexed_object PRIMARY KEY,
    kind TEXT NOT NULL,
    marking INTEGER NOT NULL,
    invented INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_nl TEXT NOT NULL
);

CREATE TABLE journal_entry (
    seq INTEGER NOT NULL CONSTRAINT pk_journal_entry PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    also_of TEXT NOT NULL,
    marking INTEGER NOT NULL,
    reason TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE person (
    id TEXT NOT NULL CONSTRAINT pk_person PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    clearance INTEGER NOT NULL,
    disabled INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    stamp TEXT NOT NULL,
    failed_attempts INTEGER NOT NULL,
    locked_until TEXT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE sign_in_link (
    id TEXT NOT NULL CONSTRAINT pk_sign_in_link PRIMARY KEY,
    person_id TEXT NOT NULL,
    expires TEXT NOT NULL,
    used_at TEXT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE thread_link (
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    CONSTRAINT pk_thread_link PRIMARY KEY (from_id, to_id)
);

CREATE INDEX ix_indexed_object_kind ON indexed_object (kind);

CREATE INDEX ix_journal_entry_object_id ON journal_entry (object_id);

CREATE UNIQUE INDEX ix_journal_entry_prev ON journal_entry (prev);

CREATE UNIQUE INDEX ix_person_email ON person (email);

CREATE INDEX ix_thread_link_to_id ON thread_link (to_id);

CREATE TRIGGER journal_entry_not_changed BEFORE UPDATE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'The journal is only added to.');
END;

CREATE TRIGGER journal_entry_not_deleted BEFORE DELETE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'The journal is only added to.');
END;
