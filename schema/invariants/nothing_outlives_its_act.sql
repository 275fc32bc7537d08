-- No wording is in force before its act came into force or after it lost it.
SELECT p.act_uri, p.eid, p.valid_from, p.valid_to, a.in_force_from, a.in_force_to
FROM provisions p
JOIN acts a ON a.act_uri = p.act_uri
WHERE p.valid_from < a.in_force_from
    OR p.valid_to > a.in_force_to
    OR (p.valid_to IS NULL AND a.in_force_to IS NOT NULL)
