CREATE TABLE threat (
    id character varying(80) NOT NULL,
    threat_kind character varying(40) NOT NULL,
    incident_categories text NOT NULL,
    log text NOT NULL,
    summary_en text NOT NULL,
    summary_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_threat PRIMARY KEY (id)
);
