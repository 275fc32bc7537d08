-- abilities-of
-- Abilities that the card of an occupation asks for, by function and skill.
-- :code text "3412-0-008"  code of the occupation, or of its group
-- :language text ""  kk or ru; empty for both
SELECT c.act_number, c.language, c.occupation_code, c.name, a.function_number, f.text AS function, a.skill_number,
       s.text AS skill, a.ordinal, a.text AS ability, c.valid_from, c.valid_to
FROM v_cards AS c
JOIN v_card_abilities AS a ON a.card_id = c.card_id AND a.language = c.language
LEFT JOIN v_card_functions AS f
    ON f.card_id = c.card_id AND f.language = c.language AND f.number = a.function_number
LEFT JOIN v_card_skills AS s
    ON s.card_id = c.card_id AND s.language = c.language AND s.function_number = a.function_number
    AND s.skill_number = a.skill_number
WHERE c.wording_known AND (c.occupation_code = :code OR c.group_code = :code)
  AND (:language = '' OR c.language = :language)
ORDER BY c.act_number, c.language, c.eid, a.function_number, a.skill_number, a.ordinal
