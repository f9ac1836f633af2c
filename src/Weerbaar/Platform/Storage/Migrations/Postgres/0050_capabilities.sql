CREATE TABLE capability_advice (
    id character varying(80) NOT NULL,
    advice_kind character varying(40) NOT NULL,
    phases text NOT NULL,
    leads text NOT NULL,
    elaborated boolean NOT NULL,
    summary_en text NOT NULL,
    summary_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_capability_advice PRIMARY KEY (id)
);
