-- One row per thing to know for a skill or function, for each card, language and interval.
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
    p.function_number,
    p.skill_number,
    p.ordinal,
    p.text
FROM card_knowledge p
JOIN cards c ON c.wording_id = p.card_wording_id
JOIN acts a ON a.act_uri = c.act_uri
