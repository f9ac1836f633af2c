CREATE TABLE decision (
    id character varying(80) NOT NULL,
    date date NOT NULL,
    adopts text NOT NULL,
    basis_id character varying(80),
    basis text,
    body_en text NOT NULL,
    body_nl text NOT NULL,
    text_en text NOT NULL,
    text_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (id)
);
