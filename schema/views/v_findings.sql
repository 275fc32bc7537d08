-- One row per oddity, gap or dispute in the sources, or thing that could not be decided.
SELECT
    f.code,
    f.severity,
    a.act_number,
    f.source_file,
    f.line,
    f.char_start,
    f.char_end,
    f.excerpt,
    f.message
FROM findings f
LEFT JOIN acts a ON a.act_uri = f.act_uri
