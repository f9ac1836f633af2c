ALTER TABLE indexed_object ADD COLUMN searched text NOT NULL DEFAULT '';

UPDATE indexed_object SET searched = lower(regexp_replace(normalize(title_nl || E'\n' || title_en, NFD), '[\u0300-\u036F]', '', 'g'));
