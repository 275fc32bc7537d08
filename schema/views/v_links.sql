-- One row per link that a document makes, with its target as the document writes it.
SELECT
    l.source_file,
    l.char_start,
    l.char_end,
    l.as_printed,
    l.target,
    l.adilet_id,
    l.anchor,
    l.act_uri
FROM links l
