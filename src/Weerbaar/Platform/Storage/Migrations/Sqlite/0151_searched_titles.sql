ALTER TABLE indexed_object ADD COLUMN searched TEXT NOT NULL DEFAULT '';

UPDATE indexed_object SET searched = folded(title_nl || char(10) || title_en);
