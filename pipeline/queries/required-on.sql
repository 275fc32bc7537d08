-- required-on
-- What a position required on a day: every way to meet each requirement line.
-- :title text "әлеуметтік жұмыс жөніндегі маман"  part of the position's title, in Kazakh or Russian
-- :on text "2025-12-01"  the day, as YYYY-MM-DD
-- :language text ""  kk or ru; empty for both
SELECT act_number, language, title, level, category, education, fields, min_years, no_experience_required,
       experience_in, valid_from, valid_to, valid_basis
FROM v_requirement_matrix
WHERE lower(title) LIKE '%' || lower(:title) || '%'
  AND valid_from <= :on AND (valid_to IS NULL OR :on < valid_to)
  AND (:language = '' OR language = :language)
ORDER BY act_number, language, title, position_id, char_start, education, min_years
