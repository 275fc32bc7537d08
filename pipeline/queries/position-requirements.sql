-- position-requirements
-- What a position requires: every alternative of every requirement line.
-- :title text "әлеуметтік жұмыс жөніндегі маман"  part of the position's title, in Kazakh or Russian
-- :act text ""  number of the act; empty for all
-- :language text ""  kk or ru; empty for both
SELECT act_number, language, section, position, title, level, category,
       education, fields, min_years, no_experience_required, experience_in
FROM v_requirement_matrix
WHERE lower(title) LIKE '%' || lower(:title) || '%'
  AND (:act = '' OR act_number = lower(:act))
  AND (:language = '' OR language = :language)
ORDER BY act_number, language, source_file, char_start, education, fields, min_years
