-- A page of a long list is read in its order, and a count reads no more than what says who may see a row.
CREATE INDEX long_list_scenario_title_nl ON scenario (lower(CASE WHEN title_nl = '' THEN title_en ELSE title_nl END), id);

CREATE INDEX long_list_scenario_title_en ON scenario (lower(CASE WHEN title_en = '' THEN title_nl ELSE title_en END), id);

CREATE INDEX long_list_scenario ON scenario (marking, released_to, marked_until, falls_to, id);

CREATE INDEX long_list_indexed_object ON indexed_object (kind, marking, released_to, marked_until, falls_to, id);
