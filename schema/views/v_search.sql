-- One row per text that a full-text search finds: a title, heading, duty, point, part of a card or note.
SELECT
    p.passage_id,
    p.act_uri,
    a.act_number,
    p.language,
    p.eid,
    p.holder_eid,
    p.holder_kind,
    p.kind,
    p.title,
    p.text,
    p.valid_from,
    p.valid_to,
    p.valid_basis,
    p.source_file,
    p.char_start,
    p.char_end
FROM passages p
LEFT JOIN acts a ON a.act_uri = p.act_uri
