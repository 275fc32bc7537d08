-- Every place lies inside the text of its source.
SELECT 'findings' AS of_table, d.source_file, d.char_start, d.char_end FROM findings d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'repairs', d.source_file, d.char_start, d.char_end FROM repairs d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'links', d.source_file, d.char_start, d.char_end FROM links d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'relations', d.source_file, d.char_start, d.char_end FROM relations d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'notes', d.source_file, d.char_start, d.char_end FROM notes d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'citations', d.source_file, d.char_start, d.char_end FROM citations d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'amendments', d.source_file, d.char_start, d.char_end FROM amendments d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'provisions', d.source_file, d.char_start, d.char_end FROM provisions d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'positions', d.source_file, d.char_start, d.char_end FROM positions d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'items', d.source_file, d.char_start, d.char_end FROM items d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'alternatives', d.source_file, d.char_start, d.char_end FROM alternatives d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'standards', d.source_file, d.char_start, d.char_end FROM standards d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'standard_oked', d.source_file, d.char_start, d.char_end FROM standard_oked d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'definitions', d.source_file, d.char_start, d.char_end FROM definitions d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'abbreviations', d.source_file, d.char_start, d.char_end FROM abbreviations d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
UNION ALL
SELECT 'cards', d.source_file, d.char_start, d.char_end FROM cards d JOIN sources s ON s.source_file = d.source_file
WHERE d.char_start IS NOT NULL AND (d.char_start < 0 OR d.char_end < d.char_start OR s.chars IS NULL OR d.char_end > s.chars)
