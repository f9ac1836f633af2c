CREATE TABLE person_function (
    id character varying(80) NOT NULL,
    "from" date NOT NULL,
    name text NOT NULL,
    organisation text NOT NULL,
    person_id text NOT NULL,
    until date,
    version bigint NOT NULL,
    CONSTRAINT pk_person_function PRIMARY KEY (id)
);

CREATE INDEX ix_person_function_person_id ON person_function (person_id);
