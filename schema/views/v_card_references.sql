-- One row per reference to a unit of another act, for each card, language and interval.
-- cited_act_number: Number of the act referred to in lower case; NULL when it cannot be told.
SELECT
    c.card_id,
    a.act_number,
    c.language,
    c.label,
    c.valid_from,
    c.valid_to,
    c.valid_basis,
    p.source_file,
    p.char_start,
    p.char_end,
    p.cited_act_uri,
    t.act_number AS cited_act_number,
    p.eid,
    p.resolved,
    p.printed
FROM card_references p
JOIN cards c ON c.wording_id = p.card_wording_id
JOIN acts a ON a.act_uri = c.act_uri
LEFT JOIN acts t ON t.act_uri = p.cited_act_uri
