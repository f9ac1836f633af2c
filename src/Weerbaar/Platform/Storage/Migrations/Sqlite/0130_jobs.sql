CREATE TABLE job_state (
    id TEXT NOT NULL CONSTRAINT pk_job_state PRIMARY KEY,
    ended_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    node TEXT NOT NULL,
    said TEXT NOT NULL,
    started_at TEXT NOT NULL,
    succeeded INTEGER NOT NULL,
    taken_over INTEGER NOT NULL,
    version INTEGER NOT NULL
);
