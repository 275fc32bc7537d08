-- The first segment of every source that has a text starts at its first character.
SELECT s.source_file, MIN(g.char_start) AS first_start
FROM sources s
LEFT JOIN segments g ON g.source_file = s.source_file
WHERE s.chars > 0
GROUP BY s.source_file
HAVING MIN(g.char_start) IS NULL OR MIN(g.char_start) <> 0
