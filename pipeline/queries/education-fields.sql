-- education-fields
-- The fields of education that each position accepts, as codes and as printed.
-- :title text ""  part of the position's title, in Kazakh or Russian; empty for all
-- :language text ""  kk or ru; empty for both
SELECT a.act_number, a.language, a.section, a.position, p.title, a.education, a.fields, a.fields_printed,
       count(*) AS alternatives
FROM v_requirement_alternatives AS a
LEFT JOIN (SELECT DISTINCT position_id, language, title FROM v_positions) AS p
  ON p.position_id = a.position_id AND p.language = a.language
WHERE a.fields IS NOT NULL
  AND (:title = '' OR lower(p.title) LIKE '%' || lower(:title) || '%')
  AND (:language = '' OR a.language = :language)
GROUP BY a.act_number, a.language, a.section, a.position, p.title, a.education, a.fields, a.fields_printed
ORDER BY a.act_number, a.language, min(a.source_file), min(a.char_start)
