CREATE TABLE assessed_scenario (
    id TEXT NOT NULL CONSTRAINT pk_assessed_scenario PRIMARY KEY,
    round_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    likelihood TEXT NULL,
    overall TEXT NULL,
    source TEXT NOT NULL,
    likelihood_note_en TEXT NOT NULL,
    likelihood_note_nl TEXT NOT NULL,
    overall_note_en TEXT NOT NULL,
    overall_note_nl TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE criterion_judgement (
    id TEXT NOT NULL CONSTRAINT pk_criterion_judgement PRIMARY KEY,
    round_id TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    criterion TEXT NOT NULL,
    range TEXT NOT NULL,
    source TEXT NOT NULL,
    input TEXT NULL,
    reason_en TEXT NOT NULL,
    reason_nl TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE round (
    id TEXT NOT NULL CONSTRAINT pk_round PRIMARY KEY,
    edition_id TEXT NOT NULL,
    status TEXT NOT NULL,
    established_on TEXT NULL,
    scenario_ids TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    summary_nl TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_nl TEXT NOT NULL,
    version INTEGER NOT NULL,
    marking INTEGER NOT NULL,
    source TEXT NOT NULL,
    invented INTEGER NOT NULL,
    rests_on TEXT NOT NULL
);

CREATE INDEX ix_assessed_scenario_round_id ON assessed_scenario (round_id);

CREATE INDEX ix_assessed_scenario_scenario_id ON assessed_scenario (scenario_id);

CREATE INDEX ix_criterion_judgement_round_id ON criterion_judgement (round_id);

CREATE INDEX ix_criterion_judgement_scenario_id ON criterion_judgement (scenario_id);
