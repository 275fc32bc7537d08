-- One row per education row, for each card, language and interval.
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
    p.ordinal,
    p.level,
    p.speciality,
    p.qualification
FROM card_education p
JOIN cards c ON c.wording_id = p.card_wording_id
JOIN acts a ON a.act_uri = c.act_uri
