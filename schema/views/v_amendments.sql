-- One row per target unit of an instruction of an amending act.
-- amending_number: Number of the amending act in lower case; NULL when nobody says.
-- target_number: Number of the amended act in lower case; NULL when nobody says.
SELECT
    m.amending_act_uri,
    a.act_number AS amending_number,
    m.target_act_uri,
    t.act_number AS target_number,
    m.ordinal,
    m.target_eid,
    m.target_printed,
    m.action,
    m.instruction,
    m.new_text,
    m.content_kind,
    m.effective_from,
    m.effective_basis,
    m.status,
    m.source_file,
    m.char_start,
    m.char_end
FROM amendments m
JOIN acts a ON a.act_uri = m.amending_act_uri
LEFT JOIN acts t ON t.act_uri = m.target_act_uri
