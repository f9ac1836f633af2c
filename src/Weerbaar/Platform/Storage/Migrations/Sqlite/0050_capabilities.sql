CREATE TABLE capability_advice (
    id TEXT NOT NULL CONSTRAINT pk_capability_advice PRIMARY KEY,
    advice_kind TEXT NOT NULL,
    phases TEXT NOT NULL,
    leads TEXT NOT NULL,
    elaborated INTEGER NOT NULL,
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
