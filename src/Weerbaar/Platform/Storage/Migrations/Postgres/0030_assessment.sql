CREATE TABLE assessed_scenario (
    id character varying(200) NOT NULL,
    round_id character varying(80) NOT NULL,
    scenario_id character varying(80) NOT NULL,
    likelihood text,
    overall text,
    source text NOT NULL,
    likelihood_note_en text NOT NULL,
    likelihood_note_nl text NOT NULL,
    overall_note_en text NOT NULL,
    overall_note_nl text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_assessed_scenario PRIMARY KEY (id)
);

CREATE TABLE criterion_judgement (
    id character varying(200) NOT NULL,
    round_id character varying(80) NOT NULL,
    scenario_id character varying(80) NOT NULL,
    criterion character varying(20) NOT NULL,
    range text NOT NULL,
    source text NOT NULL,
    input text,
    reason_en text NOT NULL,
    reason_nl text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_criterion_judgement PRIMARY KEY (id)
);

CREATE TABLE round (
    id character varying(80) NOT NULL,
    edition_id character varying(60) NOT NULL,
    status character varying(40) NOT NULL,
    established_on date,
    scenario_ids text NOT NULL,
    summary_en text NOT NULL,
    summary_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_round PRIMARY KEY (id)
);

CREATE INDEX ix_assessed_scenario_round_id ON assessed_scenario (round_id);

CREATE INDEX ix_assessed_scenario_scenario_id ON assessed_scenario (scenario_id);

CREATE INDEX ix_criterion_judgement_round_id ON criterion_judgement (round_id);

CREATE INDEX ix_criterion_judgement_scenario_id ON criterion_judgement (scenario_id);
