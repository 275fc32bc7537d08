-- A wording that is only known to exist has no text and no units below it with a known wording in the same interval.
SELECT p.provision_id
FROM provisions p
WHERE NOT p.wording_known AND p.text IS NOT NULL
UNION ALL
SELECT c.provision_id
FROM provisions p
JOIN provisions c ON c.act_uri = p.act_uri AND c.parent_eid = p.eid
WHERE NOT p.wording_known
  AND c.wording_known
  AND c.language = p.language
  AND (c.valid_from = p.valid_from OR (c.valid_from IS NULL AND p.valid_from IS NULL))
