CREATE TABLE emergency_opening (
    id TEXT NOT NULL CONSTRAINT pk_emergency_opening PRIMARY KEY,
    object_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    until TEXT NOT NULL,
    ended_by TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX ix_emergency_opening_object_id ON emergency_opening (object_id);

CREATE INDEX ix_emergency_opening_person_id ON emergency_opening (person_id);
