-- Every segment of a source ends where the next one starts: no overlap and no hole.
SELECT source_file, char_start, char_end, next_start
FROM (
    SELECT
        source_file,
        char_start,
        char_end,
        LEAD(char_start) OVER (PARTITION BY source_file ORDER BY char_start) AS next_start
    FROM segments
) AS cells
WHERE next_start IS NOT NULL AND next_start <> char_end
