-- same-title
-- Titles that two acts share, letter case aside.
-- :language text ""  kk or ru; empty for both
SELECT DISTINCT a.language, a.title, a.act_number AS one_act, a.eid AS one_eid, b.act_number AS other_act, b.eid AS other_eid
FROM v_positions AS a
JOIN v_positions AS b
  ON b.language = a.language AND lower(b.title) = lower(a.title) AND b.act_number > a.act_number
WHERE :language = '' OR a.language = :language
ORDER BY a.language, a.title, one_act, one_eid, other_act, other_eid
