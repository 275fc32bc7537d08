-- One row per pair of positions or cards of two acts that are the same job.
-- from_act_number: Number of the older act in lower case; NULL when nobody says.
-- to_act_number: Number of the newer act in lower case; NULL when nobody says.
SELECT
    f.act_number AS from_act_number,
    l.from_eid,
    l.from_title,
    t.act_number AS to_act_number,
    l.to_eid,
    l.to_title,
    l.kind,
    l.score,
    l.evidence
FROM lineage l
JOIN acts f ON f.act_uri = l.from_act_uri
JOIN acts t ON t.act_uri = l.to_act_uri
