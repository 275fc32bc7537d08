-- category-ladder
-- The ladder of a position: the education and years that each level and category asks for, highest first.
-- :title text "әлеуметтік жұмыс жөніндегі маман"  part of the position's title, in Kazakh or Russian
-- :act text ""  number of the act; empty for all
-- :language text ""  kk or ru; empty for both
SELECT act_number, language, title, level, category, education, min_years, no_experience_required
FROM v_requirement_matrix
WHERE lower(title) LIKE '%' || lower(:title) || '%'
  AND (:act = '' OR act_number = lower(:act))
  AND (:language = '' OR language = :language)
ORDER BY act_number, language, title, position_id,
         CASE level WHEN 'higher' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END,
         CASE category WHEN 'highest' THEN 1 WHEN 'first' THEN 2 WHEN 'second' THEN 3 WHEN 'none' THEN 4 ELSE 5 END,
         char_start, education, min_years
