-- One row per mention of a legal act in a unit of another.
SELECT
    a.act_number,
    c.language,
    c.eid,
    c.item_kind,
    c.item_ordinal,
    c.cited_act_uri,
    c.cited_kind,
    c.cited_title,
    c.as_printed,
    c.resolved,
    c.source_file,
    c.char_start,
    c.char_end
FROM citations c
JOIN acts a ON a.act_uri = c.act_uri
