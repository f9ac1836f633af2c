CREATE TABLE indexed_object (
    id character varying(80) NOT NULL,
    kind character varying(40) NOT NULL,
    marking integer NOT NULL,
    invented boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    CONSTRAINT pk_indexed_object PRIMARY KEY (id)
);

CREATE TABLE journal_entry (
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    verb text NOT NULL,
    kind text NOT NULL,
    object_id text NOT NULL,
    also_of text NOT NULL,
    marking integer NOT NULL,
    reason text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    prev text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_journal_entry PRIMARY KEY (seq)
);

CREATE TABLE person (
    id character varying(80) NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    role character varying(40) NOT NULL,
    clearance integer NOT NULL,
    disabled boolean NOT NULL,
    password_hash text NOT NULL,
    stamp text NOT NULL,
    failed_attempts integer NOT NULL,
    locked_until timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE sign_in_link (
    id character varying(80) NOT NULL,
    person_id text NOT NULL,
    expires timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_sign_in_link PRIMARY KEY (id)
);

CREATE TABLE thread_link (
    from_id character varying(80) NOT NULL,
    to_id character varying(80) NOT NULL,
    CONSTRAINT pk_thread_link PRIMARY KEY (from_id, to_id)
);

CREATE INDEX ix_indexed_object_kind ON indexed_object (kind);

CREATE INDEX ix_journal_entry_object_id ON journal_entry (object_id);

CREATE UNIQUE INDEX ix_journal_entry_prev ON journal_entry (prev);

CREATE UNIQUE INDEX ix_person_email ON person (email);

CREATE INDEX ix_thread_link_to_id ON thread_link (to_id);

CREATE FUNCTION journal_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is only added to.';
END $$;

CREATE TRIGGER journal_entry_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_only_added_to();
