CREATE TABLE decision (
    id TEXT NOT NULL CONSTRAINT pk_decision PRIMARY KEY,
    date TEXT NOT NULL,
    adopts TEXT NOT NULL,
    basis_id TEXT NULL,
    basis TEXT NULL,
    body_en TEXT NOT NULL,
    body_nl TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_nl TEXT NOT NULL,
    version INTEGER NOT NULL,
    marking INTEGER NOT NULL,
    source TEXT NOT NULL,
    invented INTEGER NOT NULL,
    rests_on TEXT NOT NULL
);
