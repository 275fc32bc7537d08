-- longest-duty-lists
-- Positions with the most duties.
-- :language text ""  kk or ru; empty for both
-- :rows number 20  at most so many positions
SELECT act_number, language, section, position, title, count(*) AS duties, sum(length(text)) AS characters
FROM v_duties
WHERE :language = '' OR language = :language
GROUP BY act_number, language, section, position, title, position_id
ORDER BY duties DESC, characters DESC, act_number, language, position_id
LIMIT :rows
