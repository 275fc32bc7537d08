-- An item and its position are of the same act and language.
SELECT i.wording_id, i.position_wording_id
FROM items i
JOIN positions p ON p.wording_id = i.position_wording_id
WHERE p.act_uri <> i.act_uri OR p.language <> i.language
