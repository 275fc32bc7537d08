-- in-force-on
-- Positions and cards in force on a day, with what the day rests on and whether the wording is at hand.
-- :on text "2025-12-01"  the day, as YYYY-MM-DD
-- :language text ""  kk or ru; empty for both
WITH jobs AS (
    SELECT act_number, language, eid, section, position AS number, title, valid_from, valid_to, valid_basis, wording_known
    FROM v_positions
    UNION ALL
    SELECT act_number, language, eid, NULL, label, title, valid_from, valid_to, valid_basis, wording_known
    FROM v_cards
)
SELECT j.act_number, j.language, j.eid, j.section, j.number, j.title, j.valid_from, j.valid_to, j.valid_basis,
       j.wording_known
FROM jobs AS j
WHERE j.valid_from <= :on AND (j.valid_to IS NULL OR :on < j.valid_to)
  AND (:language = '' OR j.language = :language)
ORDER BY j.act_number, j.language, j.eid, j.valid_from
