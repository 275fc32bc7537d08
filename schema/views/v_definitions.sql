-- One row per term that an act explains, language and interval.
SELECT
    a.act_number,
    d.language,
    d.ordinal,
    d.term,
    d.definition,
    d.valid_from,
    d.valid_to,
    d.valid_basis,
    d.source_file,
    d.char_start,
    d.char_end
FROM definitions d
JOIN acts a ON a.act_uri = d.act_uri
