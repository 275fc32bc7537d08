-- who-must-know
-- Positions and cards that must know an act, whatever the spelling or language in which they name it.
-- :act text "Неке (ерлі-зайыптылық) және отбасы"  part of the act's title in Kazakh or Russian, or its number
-- :language text ""  kk or ru; empty for both
SELECT c.act_number, c.language, 'position' AS holder, k.section, k.position AS number, k.title,
       c.cited_kind, c.cited_title, a.adopted_on AS cited_adopted_on, c.eid, c.as_printed
FROM v_citations AS c
JOIN v_acts AS a ON a.act_uri = c.cited_act_uri
JOIN v_knowledge AS k ON k.act_number = c.act_number AND k.language = c.language AND k.eid = c.eid
WHERE c.item_kind = 'knowledge'
  AND (lower(a.title_kk) LIKE '%' || lower(:act) || '%' OR lower(a.title_ru) LIKE '%' || lower(:act) || '%'
       OR lower(a.number) = lower(:act))
  AND (:language = '' OR c.language = :language)
UNION
SELECT c.act_number, c.language, 'card', NULL, d.label, d.title,
       c.cited_kind, c.cited_title, a.adopted_on, c.eid, c.as_printed
FROM v_citations AS c
JOIN v_acts AS a ON a.act_uri = c.cited_act_uri
JOIN v_cards AS d ON d.act_number = c.act_number AND d.language = c.language AND d.eid = c.eid
WHERE c.item_kind = 'card_knowledge' AND d.wording_known
  AND (lower(a.title_kk) LIKE '%' || lower(:act) || '%' OR lower(a.title_ru) LIKE '%' || lower(:act) || '%'
       OR lower(a.number) = lower(:act))
  AND (:language = '' OR c.language = :language)
ORDER BY 1, 2, 3, 10, 11
