CREATE TABLE threat (
    id TEXT NOT NULL CONSTRAINT pk_threat PRIMARY KEY,
    threat_kind TEXT NOT NULL,
    incident_categories TEXT NOT NULL,
    log TEXT NOT NULL,
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
