CREATE TABLE job_state (
    id character varying(80) NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    node character varying(200) NOT NULL,
    said character varying(500) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    succeeded boolean NOT NULL,
    taken_over boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_job_state PRIMARY KEY (id)
);
