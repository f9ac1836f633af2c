CREATE TABLE protection_key (
    id TEXT NOT NULL CONSTRAINT pk_protection_key PRIMARY KEY,
    xml TEXT NOT NULL,
    version INTEGER NOT NULL
);
