ALTER TABLE person_function ADD COLUMN by_rule boolean NOT NULL DEFAULT false;
