CREATE TABLE measure (
    id character varying(80) NOT NULL,
    leads text NOT NULL,
    partners text NOT NULL,
    due date,
    status character varying(40) NOT NULL,
    progress text NOT NULL,
    due_note_en text NOT NULL,
    due_note_nl text NOT NULL,
    summary_en text NOT NULL,
    summary_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_measure PRIMARY KEY (id)
);

CREATE INDEX ix_measure_due ON measure (due);
