-- must-know
-- Positions that must know an act, with the words that say so.
-- :act text "отбасы туралы"  part of the act's title as printed, in Kazakh or Russian
-- :language text ""  kk or ru; empty for both
SELECT k.act_number, k.language, k.section, k.position, k.title, k.eid, k.text
FROM v_knowledge AS k
WHERE (lower(k.text) LIKE '%' || lower(:act) || '%'
       OR EXISTS (SELECT 1 FROM v_citations AS c
                  WHERE c.act_number = k.act_number AND c.language = k.language AND c.eid = k.eid
                    AND (lower(c.cited_title) LIKE '%' || lower(:act) || '%'
                         OR lower(c.as_printed) LIKE '%' || lower(:act) || '%')))
  AND (:language = '' OR k.language = :language)
ORDER BY k.act_number, k.language, k.source_file, k.char_start, k.eid
