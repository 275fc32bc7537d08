-- The last segment of every source ends with its text, and a source without a text has no segment.
SELECT g.source_file, MAX(g.char_end) AS last_end, s.chars
FROM segments g
JOIN sources s ON s.source_file = g.source_file
GROUP BY g.source_file, s.chars
HAVING s.chars IS NULL OR MAX(g.char_end) <> s.chars
