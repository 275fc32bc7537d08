-- Every link leads from an act to one that was adopted later, or on the same day, and not from a job to itself.
SELECT l.lineage_id, l.from_act_uri, l.from_eid, l.to_act_uri, l.to_eid
FROM lineage l
JOIN acts f ON f.act_uri = l.from_act_uri
JOIN acts t ON t.act_uri = l.to_act_uri
WHERE f.act_uri = t.act_uri
    OR f.adopted_on IS NULL
    OR t.adopted_on IS NULL
    OR f.adopted_on > t.adopted_on
