-- witnesses
-- For every change: does a note tell of it, does the amending act, is the new wording at hand, and do the days agree?
-- :act text ""  number or URI of the changed act; empty for all
WITH told AS (
    SELECT r.from_act_uri, r.to_act_uri, r.scope, r.effective_on,
           CASE WHEN s.act_uri = r.to_act_uri THEN 1 ELSE 0 END AS by_note,
           CASE WHEN s.act_uri = r.from_act_uri THEN 1 ELSE 0 END AS by_act
    FROM v_relations AS r
    JOIN v_sources AS s ON s.source_file = r.source_file
    WHERE r.type IN ('amends', 'inserts', 'repeals')
),
changes AS (
    SELECT from_act_uri, to_act_uri, scope, max(by_note) AS note, max(by_act) AS amending_act,
           min(effective_on) AS first_day, max(effective_on) AS last_day
    FROM told
    GROUP BY from_act_uri, to_act_uri, scope
)
SELECT a.number AS changing_act, b.number AS changed_act, c.scope, c.note, c.amending_act,
       (SELECT count(*) FROM v_provisions AS p
        WHERE p.act_uri = c.to_act_uri AND p.eid = c.scope AND p.wording_known AND p.valid_from = c.last_day) > 0
           AS wording,
       c.first_day, c.last_day,
       CASE
           WHEN c.first_day <> c.last_day THEN 'dispute'
           WHEN c.note + c.amending_act = 2 THEN 'agree'
           ELSE 'one is silent'
       END AS verdict
FROM changes AS c
JOIN v_acts AS a ON a.act_uri = c.from_act_uri
JOIN v_acts AS b ON b.act_uri = c.to_act_uri
WHERE :act = '' OR lower(b.number) = lower(:act) OR b.act_uri = :act
ORDER BY c.from_act_uri, c.to_act_uri, c.scope
