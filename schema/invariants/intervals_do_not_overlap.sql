-- Two wordings of one unit in one language are never in force on the same day.
SELECT a.act_uri, a.language, a.eid, a.valid_from, a.valid_to, b.valid_from AS other_from, b.valid_to AS other_to
FROM provisions a
JOIN provisions b
    ON b.act_uri = a.act_uri AND b.eid = a.eid AND b.language = a.language AND b.provision_id > a.provision_id
WHERE (a.valid_to IS NULL OR b.valid_from < a.valid_to) AND (b.valid_to IS NULL OR a.valid_from < b.valid_to)
