-- One row per abbreviation that an act explains, language and interval.
SELECT
    a.act_number,
    b.language,
    b.ordinal,
    b.abbreviation,
    b.expansion,
    b.valid_from,
    b.valid_to,
    b.valid_basis,
    b.wording_known,
    b.source_file,
    b.char_start,
    b.char_end
FROM abbreviations b
JOIN acts a ON a.act_uri = b.act_uri
