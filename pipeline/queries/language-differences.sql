-- language-differences
-- Items of one block that do not say the same in Kazakh and in Russian, or are not sure to: both texts side by side.
-- :act text ""  number of the act; empty for all
-- :agreement text ""  numbers_differ, one_side_only or unsure; empty for all three
SELECT l.act_number, l.item_kind, l.eid, l.agreement, l.score, l.kk_ordinals, l.ru_ordinals, k.text AS kk, r.text AS ru
FROM v_alignments AS l
LEFT JOIN (SELECT act_number, language, eid, ordinal, text FROM v_duties
           UNION SELECT act_number, language, eid, ordinal, text FROM v_knowledge
           UNION SELECT act_number, language, eid, ordinal, text FROM v_requirements) AS k
  ON k.act_number = l.act_number AND k.language = 'kk' AND k.eid = l.eid || '__item_' || k.ordinal
 AND ',' || l.kk_ordinals || ',' LIKE '%,' || k.ordinal || ',%'
LEFT JOIN (SELECT act_number, language, eid, ordinal, text FROM v_duties
           UNION SELECT act_number, language, eid, ordinal, text FROM v_knowledge
           UNION SELECT act_number, language, eid, ordinal, text FROM v_requirements) AS r
  ON r.act_number = l.act_number AND r.language = 'ru' AND r.eid = l.eid || '__item_' || r.ordinal
 AND ',' || l.ru_ordinals || ',' LIKE '%,' || r.ordinal || ',%'
WHERE l.agreement <> 'agree'
  AND (:act = '' OR l.act_number = lower(:act))
  AND (:agreement = '' OR l.agreement = :agreement)
ORDER BY CASE l.agreement WHEN 'numbers_differ' THEN 1 WHEN 'one_side_only' THEN 2 ELSE 3 END,
         l.act_number, l.item_kind, l.eid, k.ordinal, r.ordinal
