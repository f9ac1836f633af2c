-- A count reads no more than what says who may see a row. Titles are lowered by the program, so no index can hold that order.
CREATE INDEX long_list_scenario ON scenario (marking, released_to, marked_until, falls_to, id);

CREATE INDEX long_list_indexed_object ON indexed_object (kind, marking, released_to, marked_until, falls_to, id);
