CREATE TABLE scenario (
    id TEXT NOT NULL CONSTRAINT pk_scenario PRIMARY KEY,
    number INTEGER NOT NULL,
    nature TEXT NOT NULL,
    consequences TEXT NOT NULL,
    assumptions TEXT NOT NULL,
    planning_assumptions TEXT NOT NULL,
    sources TEXT NOT NULL,
    context_en TEXT NOT NULL,
    context_nl TEXT NOT NULL,
    course_en TEXT NOT NULL,
    course_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_nl TEXT NOT NULL,
    trigger_en TEXT NOT NULL,
    trigger_nl TEXT NOT NULL,
    version INTEGER NOT NULL,
    marking INTEGER NOT NULL,
    source TEXT NOT NULL,
    invented INTEGER NOT NULL,
    rests_on TEXT NOT NULL
);

CREATE TABLE scenario_version (
    id TEXT NOT NULL CONSTRAINT pk_scenario_version PRIMARY KEY,
    scenario_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    description TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX ix_scenario_version_scenario_id ON scenario_version (scenario_id);
