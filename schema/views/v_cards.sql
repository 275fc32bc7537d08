-- One row per card of a professional standard, language and interval.
SELECT
    c.card_id,
    a.act_number,
    c.language,
    c.label,
    c.eid,
    c.title,
    c.name,
    c.group_code,
    c.occupation_code,
    c.level_min,
    c.level_max,
    c.sublevel,
    c.qualification_text,
    c.experience,
    c.informal_education,
    c.purpose,
    c.valid_from,
    c.valid_to,
    c.valid_basis,
    c.wording_known,
    c.source_file,
    c.char_start,
    c.char_end
FROM cards c
JOIN acts a ON a.act_uri = c.act_uri
