-- A position whose wording is only known to exist has no items.
SELECT i.wording_id
FROM items i
JOIN positions p ON p.wording_id = i.position_wording_id
WHERE NOT p.wording_known
