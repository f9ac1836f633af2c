CREATE TABLE protection_key (
    id character varying(80) NOT NULL,
    xml text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_protection_key PRIMARY KEY (id)
);
