-- Where a source prints an act in a language, every unit but the topmost lies in another unit that is there.
SELECT p.provision_id, p.parent_eid
FROM provisions p
LEFT JOIN provisions u
    ON u.act_uri = p.act_uri
    AND u.eid = p.parent_eid
    AND (u.language = p.language OR (u.language IS NULL AND p.language IS NULL))
WHERE p.parent_eid IS NOT NULL AND u.provision_id IS NULL
    AND EXISTS (
        SELECT 1
        FROM sources s
        WHERE s.act_uri = p.act_uri AND s.use = 'used' AND (s.language = p.language OR s.language IS NULL)
    )
