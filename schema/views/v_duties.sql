-- One row per duty of a position, language and interval.
SELECT
    p.position_id,
    a.act_number,
    i.language,
    i.section,
    p.position,
    p.title,
    i.eid,
    i.ordinal,
    i.text,
    i.point,
    i.valid_from,
    i.valid_to,
    i.valid_basis,
    i.source_file,
    i.char_start,
    i.char_end,
    i.rule
FROM items i
JOIN acts a ON a.act_uri = i.act_uri
LEFT JOIN positions p ON p.wording_id = i.position_wording_id
WHERE i.block = 'duties'
