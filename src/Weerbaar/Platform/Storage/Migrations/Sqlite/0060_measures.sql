CREATE TABLE measure (
    id TEXT NOT NULL CONSTRAINT pk_measure PRIMARY KEY,
    leads TEXT NOT NULL,
    partners TEXT NOT NULL,
    due TEXT NULL,
    status TEXT NOT NULL,
    progress TEXT NOT NULL,
    due_note_en TEXT NOT NULL,
    due_note_nl TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_nl TEXT NOT NULL,
    version INTEGER NOT NULL,
    marking INTEGER NOT NULL,
    source TEXT NOT NULL,
    invented INTEGER NOT NULL,
    rests_on TEXT NOT NULL
);

CREATE INDEX ix_measure_due ON measure (due);
