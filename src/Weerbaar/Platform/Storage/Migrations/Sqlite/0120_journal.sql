ALTER TABLE journal_entry ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
ALTER TABLE journal_entry ADD COLUMN on_behalf_of TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_entry ADD COLUMN request_id TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_entry ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_entry ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';

CREATE TABLE person_key (
    person_id TEXT NOT NULL CONSTRAINT pk_person_key PRIMARY KEY,
    secret TEXT NOT NULL,
    erased_at TEXT NULL
);

CREATE TABLE journal_checkpoint (
    seq INTEGER NOT NULL CONSTRAINT pk_journal_checkpoint PRIMARY KEY,
    hash TEXT NOT NULL,
    at TEXT NOT NULL,
    key_id TEXT NOT NULL,
    signature TEXT NOT NULL
);

DROP TRIGGER journal_entry_not_changed;

-- The content of an entry may be taken out when its time is over, all of it, and nothing else may change.
CREATE TRIGGER journal_entry_not_changed BEFORE UPDATE ON journal_entry
WHEN NOT (OLD.form = 2 AND NEW.salt = '' AND NEW.reason = '' AND NEW.before = '' AND NEW.after = ''
        AND NEW.seq IS OLD.seq
        AND NEW.form IS OLD.form
        AND NEW.at IS OLD.at
        AND NEW.actor_id IS OLD.actor_id
        AND NEW.actor_name IS OLD.actor_name
        AND NEW.on_behalf_of IS OLD.on_behalf_of
        AND NEW.verb IS OLD.verb
        AND NEW.kind IS OLD.kind
        AND NEW.object_id IS OLD.object_id
        AND NEW.also_of IS OLD.also_of
        AND NEW.marking IS OLD.marking
        AND NEW.request_id IS OLD.request_id
        AND NEW.content_hash IS OLD.content_hash
        AND NEW.prev IS OLD.prev
        AND NEW.hash IS OLD.hash)
BEGIN
    SELECT RAISE(ABORT, 'The journal is only added to.');
END;
