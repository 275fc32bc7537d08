-- accepts-less-than
-- Positions that some requirement line opens to people with fewer years of service than this.
-- :years number 3  fewer years than this
-- :language text ""  kk or ru; empty for both
SELECT act_number, language, section, position, title, level, category, education, min_years, no_experience_required
FROM v_requirement_matrix
WHERE (min_years < :years OR no_experience_required)
  AND (:language = '' OR language = :language)
ORDER BY act_number, language, source_file, char_start, education, min_years
