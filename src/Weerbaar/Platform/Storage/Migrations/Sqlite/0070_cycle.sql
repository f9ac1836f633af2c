CREATE TABLE product (
    id TEXT NOT NULL CONSTRAINT pk_product PRIMARY KEY,
    product_kind TEXT NOT NULL,
    due TEXT NULL,
    delivered TEXT NULL,
    lead TEXT NOT NULL,
    cadence_en TEXT NOT NULL,
    cadence_nl TEXT NOT NULL,
    due_note_en TEXT NOT NULL,
    due_note_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_nl TEXT NOT NULL,
    version INTEGER NOT NULL,
    marking INTEGER NOT NULL,
    source TEXT NOT NULL,
    invented INTEGER NOT NULL,
    rests_on TEXT NOT NULL
);

CREATE INDEX ix_product_due ON product (due);
