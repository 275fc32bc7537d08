-- The items of a block are numbered from 1 without gap or repeat.
SELECT act_uri, language, valid_from, block_eid, COUNT(*) AS items, MIN(ordinal) AS lowest, MAX(ordinal) AS highest
FROM items
GROUP BY act_uri, language, valid_from, block_eid
HAVING MIN(ordinal) <> 1 OR MAX(ordinal) <> COUNT(*) OR COUNT(DISTINCT ordinal) <> COUNT(*)
