-- successors
-- The positions of an order and what has become of them in later acts up to today, at once or by way of other acts.
-- :act text "31-ө-м"  number of the order
-- :title text ""  part of the position's title, in Kazakh or Russian; empty for all
-- :on text "2026-01-01"  the day that counts as today, as YYYY-MM-DD
WITH RECURSIVE chains AS (
    SELECT from_eid AS root_eid, to_act_number AS act_number, to_eid AS eid, to_title AS title,
           kind, score, evidence, 1 AS steps, '' AS via
    FROM v_lineage
    WHERE from_act_number = lower(:act)
    UNION
    SELECT c.root_eid, l.to_act_number, l.to_eid, l.to_title,
           CASE WHEN 'split' IN (c.kind, l.kind) THEN 'split' WHEN 'merged' IN (c.kind, l.kind) THEN 'merged'
                WHEN 'renamed' IN (c.kind, l.kind) THEN 'renamed' ELSE 'same' END,
           CASE WHEN c.score < l.score THEN c.score ELSE l.score END,
           CASE WHEN c.score < l.score THEN c.evidence ELSE l.evidence END,
           c.steps + 1, c.via || ' ' || c.act_number || ' ' || c.eid
    FROM chains AS c
    JOIN v_lineage AS l ON l.from_act_number = c.act_number AND l.from_eid = c.eid
    WHERE c.kind <> 'related' AND l.kind <> 'related'
),
shortest AS (
    SELECT c.*, row_number() OVER (PARTITION BY root_eid, act_number, eid ORDER BY steps, via) AS place
    FROM chains AS c
),
units AS (
    SELECT act_number, eid, valid_from, valid_to, wording_known FROM v_positions
    UNION
    SELECT act_number, eid, valid_from, valid_to, wording_known FROM v_cards
),
today AS (
    SELECT act_number, eid, max(CASE WHEN wording_known THEN 2 ELSE 1 END) AS state
    FROM units
    WHERE valid_from <= :on AND (valid_to IS NULL OR valid_to > :on)
    GROUP BY act_number, eid
),
roots AS (
    SELECT act_number, eid, max(section) AS section, max(position) AS position,
           max(CASE WHEN language = 'kk' THEN title END) AS title_kk,
           max(CASE WHEN language = 'ru' THEN title END) AS title_ru
    FROM v_positions
    WHERE act_number = lower(:act)
    GROUP BY act_number, eid
)
SELECT r.section, r.position, coalesce(r.title_kk, r.title_ru) AS title,
       s.act_number AS successor_act, s.eid AS successor_eid, s.title AS successor_title,
       s.kind, s.score, s.evidence, nullif(trim(s.via), '') AS via,
       CASE t.state WHEN 2 THEN 'in force' WHEN 1 THEN 'in force, wording unknown'
                    ELSE CASE WHEN EXISTS (SELECT 1 FROM units AS u WHERE u.act_number = s.act_number AND u.eid = s.eid)
                              THEN 'not in force' END END AS today
FROM roots AS r
LEFT JOIN shortest AS s ON s.root_eid = r.eid AND s.place = 1
LEFT JOIN today AS t ON t.act_number = s.act_number AND t.eid = s.eid
WHERE :title = '' OR lower(r.title_kk) LIKE '%' || lower(:title) || '%'
   OR lower(r.title_ru) LIKE '%' || lower(:title) || '%'
ORDER BY r.section, length(r.position), r.position, r.eid, s.score DESC, s.act_number, s.eid
