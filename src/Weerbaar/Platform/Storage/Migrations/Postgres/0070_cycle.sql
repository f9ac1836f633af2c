CREATE TABLE product (
    id character varying(80) NOT NULL,
    product_kind character varying(40) NOT NULL,
    due date,
    delivered date,
    lead character varying(40) NOT NULL,
    cadence_en text NOT NULL,
    cadence_nl text NOT NULL,
    due_note_en text NOT NULL,
    due_note_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_product PRIMARY KEY (id)
);

CREATE INDEX ix_product_due ON product (due);
