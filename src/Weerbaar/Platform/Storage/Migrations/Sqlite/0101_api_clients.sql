CREATE TABLE api_client (
    id TEXT NOT NULL CONSTRAINT pk_api_client PRIMARY KEY,
    name TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    permissions TEXT NOT NULL,
    clearance INTEGER NOT NULL,
    until TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    revoked_at TEXT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE api_client_use (
    id TEXT NOT NULL CONSTRAINT pk_api_client_use PRIMARY KEY,
    used_at TEXT NOT NULL,
    version INTEGER NOT NULL
);
