-- One row per job of an act, language and interval.
SELECT
    p.position_id,
    p.act_uri,
    a.act_number,
    p.language,
    p.section,
    p.position,
    p.eid,
    p.title,
    p.position_group,
    p.valid_from,
    p.valid_to,
    p.valid_basis,
    p.wording_known,
    p.source_file,
    p.char_start,
    p.char_end,
    p.rule
FROM positions p
JOIN acts a ON a.act_uri = p.act_uri
