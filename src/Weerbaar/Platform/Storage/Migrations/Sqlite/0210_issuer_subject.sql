ALTER TABLE session ADD COLUMN issuer_subject TEXT NULL;

UPDATE session SET issuer_subject = (SELECT min(open_id_subject.id) FROM open_id_subject WHERE open_id_subject.person_id = session.person_id)
WHERE method = 'OpenId';

CREATE INDEX ix_session_issuer_subject ON session (issuer_subject);
