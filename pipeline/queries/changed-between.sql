-- changed-between
-- Units whose wording began or ended in a span of days, with what ended and what began.
-- :from text "2018-01-02"  first day, as YYYY-MM-DD
-- :to text "2026-12-31"  last day, as YYYY-MM-DD
-- :language text ""  kk or ru; empty for both
SELECT p.act_uri, p.language, p.eid, p.kind, p.label, p.heading, p.valid_from, p.valid_to, p.wording_known,
       CASE WHEN p.valid_from BETWEEN :from AND :to THEN 'begins' ELSE 'ends' END AS change
FROM v_provisions AS p
WHERE (p.valid_from BETWEEN :from AND :to OR p.valid_to BETWEEN :from AND :to)
  AND p.kind <> 'item'
  AND (:language = '' OR p.language = :language)
ORDER BY p.act_uri, p.language, p.eid, p.valid_from
