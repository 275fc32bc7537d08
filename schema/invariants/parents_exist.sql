-- Where the full text of an act is at hand, every unit but the topmost lies in another unit that is there.
SELECT p.provision_id, p.parent_eid
FROM provisions p
JOIN acts a ON a.act_uri = p.act_uri AND a.text_known = 'full'
LEFT JOIN provisions u
    ON u.act_uri = p.act_uri
    AND u.eid = p.parent_eid
    AND (u.language = p.language OR (u.language IS NULL AND p.language IS NULL))
WHERE p.parent_eid IS NOT NULL AND u.provision_id IS NULL
