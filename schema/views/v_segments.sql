-- One row per cell of the partition of a source: no overlap, no hole.
SELECT
    s.source_file,
    s.char_start,
    s.char_end,
    s.kind,
    s.eid,
    s.rule
FROM segments s
