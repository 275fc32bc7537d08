-- Only requirement lines have alternatives, and these are numbered from 1 without gap.
SELECT i.wording_id, i.block, COUNT(*) AS alternatives, MAX(r.alternative) AS highest
FROM alternatives r
JOIN items i ON i.wording_id = r.item_wording_id
GROUP BY i.wording_id, i.block
HAVING i.block <> 'requirements' OR MIN(r.alternative) <> 1 OR MAX(r.alternative) <> COUNT(*)
