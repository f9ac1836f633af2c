CREATE TABLE api_client (
    id character varying(80) NOT NULL,
    name text NOT NULL,
    owner_id text NOT NULL,
    permissions text NOT NULL,
    clearance integer NOT NULL,
    until date NOT NULL,
    key_hash text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_api_client PRIMARY KEY (id)
);

CREATE TABLE api_client_use (
    id character varying(80) NOT NULL,
    used_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_api_client_use PRIMARY KEY (id)
);
