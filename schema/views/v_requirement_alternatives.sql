-- One row per way to meet a requirement line; any one of them is enough.
-- requirement_ordinal: Number of the requirement line in its block, from 1.
SELECT
    p.position_id,
    a.act_number,
    i.language,
    i.section,
    p.position,
    i.point,
    i.eid,
    i.ordinal AS requirement_ordinal,
    r.alternative,
    r.education,
    r.fields,
    r.fields_printed,
    r.min_years,
    r.no_experience_required,
    r.experience_in,
    i.valid_from,
    i.valid_to,
    i.valid_basis,
    r.source_file,
    r.char_start,
    r.char_end,
    r.rule
FROM alternatives r
JOIN items i ON i.wording_id = r.item_wording_id
JOIN acts a ON a.act_uri = i.act_uri
LEFT JOIN positions p ON p.wording_id = i.position_wording_id
