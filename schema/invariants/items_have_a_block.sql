-- The block of every item is a unit of the same act, language and interval.
SELECT i.wording_id, i.block_eid
FROM items i
LEFT JOIN provisions p
    ON p.act_uri = i.act_uri
    AND p.eid = i.block_eid
    AND (p.language = i.language OR (p.language IS NULL AND i.language IS NULL))
    AND (p.valid_from = i.valid_from OR (p.valid_from IS NULL AND i.valid_from IS NULL))
WHERE p.provision_id IS NULL
