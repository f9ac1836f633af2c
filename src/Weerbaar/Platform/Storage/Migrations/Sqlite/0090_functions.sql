CREATE TABLE person_function (
    id TEXT NOT NULL CONSTRAINT pk_person_function PRIMARY KEY,
    "from" TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    person_id TEXT NOT NULL,
    until TEXT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX ix_person_function_person_id ON person_function (person_id);
