-- One row per visual line of a source that was mended before it was read.
SELECT
    r.source_file,
    r.char_start,
    r.char_end,
    r.raw,
    r.repaired,
    r.rule
FROM repairs r
