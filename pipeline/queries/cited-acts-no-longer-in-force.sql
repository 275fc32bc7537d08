-- cited-acts-no-longer-in-force
-- Mentions of acts that, by the data, are no longer in force on a day.
-- :on text "2026-01-01"  the day, as YYYY-MM-DD
-- :language text ""  kk or ru; empty for both
SELECT c.act_number, c.language, c.eid, c.item_kind, c.item_ordinal, c.cited_kind, a.number AS cited_number,
       c.cited_title, a.in_force_to, a.in_force_to_basis, c.as_printed
FROM v_citations AS c
JOIN v_acts AS a ON a.act_uri = c.cited_act_uri
WHERE a.in_force_to <= :on
  AND (:language = '' OR c.language = :language)
ORDER BY c.act_number, c.language, c.source_file, c.char_start, c.char_end
