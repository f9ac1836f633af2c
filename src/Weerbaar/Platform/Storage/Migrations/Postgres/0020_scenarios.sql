CREATE TABLE scenario (
    id character varying(80) NOT NULL,
    number integer NOT NULL,
    nature character varying(40) NOT NULL,
    consequences text NOT NULL,
    assumptions text NOT NULL,
    planning_assumptions text NOT NULL,
    sources text NOT NULL,
    context_en text NOT NULL,
    context_nl text NOT NULL,
    course_en text NOT NULL,
    course_nl text NOT NULL,
    title_en text NOT NULL,
    title_nl text NOT NULL,
    trigger_en text NOT NULL,
    trigger_nl text NOT NULL,
    version bigint NOT NULL,
    marking integer NOT NULL,
    source text NOT NULL,
    invented boolean NOT NULL,
    rests_on text NOT NULL,
    CONSTRAINT pk_scenario PRIMARY KEY (id)
);

CREATE TABLE scenario_version (
    id character varying(200) NOT NULL,
    scenario_id character varying(80) NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    author_id text NOT NULL,
    author text NOT NULL,
    reason text NOT NULL,
    description text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_scenario_version PRIMARY KEY (id)
);

CREATE INDEX ix_scenario_version_scenario_id ON scenario_version (scenario_id);
