-- One row per professional standard.
SELECT
    a.act_number,
    s.code,
    s.name,
    s.summary,
    s.source_file,
    s.char_start,
    s.char_end
FROM standards s
JOIN acts a ON a.act_uri = s.act_uri
