-- cards-by-level
-- Occupations of the professional standards by level of the sectoral framework, with what their cards hold.
-- :from number 1  lowest level
-- :to number 9  highest level
-- :on text "2026-01-01"  the day, as YYYY-MM-DD
SELECT c.act_number, c.language, c.label, c.occupation_code, c.name, c.level_min, c.level_max, c.sublevel,
       (SELECT count(*) FROM v_card_functions AS f
        WHERE f.card_id = c.card_id AND f.language = c.language AND f.valid_from = c.valid_from) AS functions,
       (SELECT count(*) FROM v_card_abilities AS a
        WHERE a.card_id = c.card_id AND a.language = c.language AND a.valid_from = c.valid_from) AS abilities
FROM v_cards AS c
WHERE c.wording_known AND c.level_max >= :from AND c.level_min <= :to
  AND (c.valid_from IS NULL OR c.valid_from <= :on) AND (c.valid_to IS NULL OR :on < c.valid_to)
ORDER BY c.level_min, c.level_max, c.sublevel, c.act_number, c.language, c.eid
