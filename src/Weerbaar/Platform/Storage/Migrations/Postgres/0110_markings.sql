ALTER TABLE threat
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE scenario
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE round
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE capability_advice
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE decision
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE measure
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE product
    ADD COLUMN marked_by text NOT NULL DEFAULT '',
    ADD COLUMN marked_at timestamp with time zone,
    ADD COLUMN mark_reason text NOT NULL DEFAULT '',
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);

ALTER TABLE indexed_object
    ADD COLUMN marked_until date,
    ADD COLUMN falls_to integer NOT NULL DEFAULT 0,
    ADD COLUMN released_to text NOT NULL DEFAULT '',
    ADD COLUMN tlp character varying(40);
