ALTER TABLE journal_entry ADD COLUMN form integer NOT NULL DEFAULT 1;
ALTER TABLE journal_entry ADD COLUMN on_behalf_of text NOT NULL DEFAULT '';
ALTER TABLE journal_entry ADD COLUMN request_id text NOT NULL DEFAULT '';
ALTER TABLE journal_entry ADD COLUMN salt text NOT NULL DEFAULT '';
ALTER TABLE journal_entry ADD COLUMN content_hash text NOT NULL DEFAULT '';

CREATE TABLE person_key (
    person_id text NOT NULL,
    secret text NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT pk_person_key PRIMARY KEY (person_id)
);

CREATE TABLE journal_checkpoint (
    seq bigint NOT NULL,
    hash text NOT NULL,
    at timestamp with time zone NOT NULL,
    key_id text NOT NULL,
    signature text NOT NULL,
    CONSTRAINT pk_journal_checkpoint PRIMARY KEY (seq)
);

DROP TRIGGER journal_entry_only_added_to ON journal_entry;

CREATE TRIGGER journal_entry_only_added_to BEFORE DELETE OR TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_only_added_to();

-- The content of an entry may be taken out when its time is over, all of it, and nothing else may change.
CREATE TRIGGER journal_entry_not_changed BEFORE UPDATE ON journal_entry
    FOR EACH ROW WHEN (NOT (OLD.form = 2 AND NEW.salt = '' AND NEW.reason = '' AND NEW.before = '' AND NEW.after = ''
        AND NEW.seq IS NOT DISTINCT FROM OLD.seq
        AND NEW.form IS NOT DISTINCT FROM OLD.form
        AND NEW.at IS NOT DISTINCT FROM OLD.at
        AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id
        AND NEW.actor_name IS NOT DISTINCT FROM OLD.actor_name
        AND NEW.on_behalf_of IS NOT DISTINCT FROM OLD.on_behalf_of
        AND NEW.verb IS NOT DISTINCT FROM OLD.verb
        AND NEW.kind IS NOT DISTINCT FROM OLD.kind
        AND NEW.object_id IS NOT DISTINCT FROM OLD.object_id
        AND NEW.also_of IS NOT DISTINCT FROM OLD.also_of
        AND NEW.marking IS NOT DISTINCT FROM OLD.marking
        AND NEW.request_id IS NOT DISTINCT FROM OLD.request_id
        AND NEW.content_hash IS NOT DISTINCT FROM OLD.content_hash
        AND NEW.prev IS NOT DISTINCT FROM OLD.prev
        AND NEW.hash IS NOT DISTINCT FROM OLD.hash))
    EXECUTE FUNCTION journal_is_only_added_to();
