-- One row per entry of the classifier of economic activities in the passport of a standard.
SELECT
    a.act_number,
    o.ordinal,
    o.level,
    o.code,
    o.name,
    o.source_file,
    o.char_start,
    o.char_end
FROM standard_oked o
JOIN acts a ON a.act_uri = o.act_uri
