-- card-against-position
-- Which card of a professional standard answers to which position, and where their thresholds (education, years) conflict.
-- :on text "2026-01-01"  a day on which both are in force, as YYYY-MM-DD; empty for any day
-- :conflicts text ""  yes: only lines that conflict; empty for all
WITH pairs AS (
    SELECT from_act_number AS card_act, from_eid AS card_eid, to_act_number AS position_act, to_eid AS position_eid,
           kind, score
    FROM v_lineage
    UNION
    SELECT to_act_number, to_eid, from_act_number, from_eid, kind, score
    FROM v_lineage
),
cards AS (
    SELECT card_id, act_number, eid, language, label, name
    FROM v_cards
    WHERE wording_known AND (:on = '' OR (valid_from <= :on AND (valid_to IS NULL OR valid_to > :on)))
),
-- The least education that a card accepts: 1 primary, 2 basic secondary, 3 secondary, 4 technical and vocational,
-- 5 post-secondary, 6 higher, 7 postgraduate.
card_education AS (
    SELECT card_id, language, min(
               CASE WHEN lower(level) LIKE '%бастауыш%' OR lower(level) LIKE '%начальн%' THEN 1
                    WHEN lower(level) LIKE '%негізгі%' OR lower(level) LIKE '%основн%' THEN 2
                    WHEN lower(level) LIKE '%орта білімнен кейінгі%' OR lower(level) LIKE '%послесредн%' THEN 5
                    WHEN lower(level) LIKE '%тжкб%' OR lower(level) LIKE '%типо%' OR lower(level) LIKE '%техни%' THEN 4
                    WHEN lower(level) LIKE '%орнынан кейінгі%' OR lower(level) LIKE '%послевуз%' THEN 7
                    WHEN lower(level) LIKE '%жоғары%' OR lower(level) LIKE '%высш%' THEN 6
                    WHEN lower(level) LIKE '%орта%' OR lower(level) LIKE '%средн%' THEN 3 END) AS least
    FROM v_card_education
    WHERE :on = '' OR (valid_from <= :on AND (valid_to IS NULL OR valid_to > :on))
    GROUP BY card_id, language
),
-- A card names its level of qualification inside its lines on experience, for all of them.
card_level AS (
    SELECT card_id, language, max(
               CASE WHEN lower(text) LIKE '%орта деңгей%' OR lower(text) LIKE '%среднего уровня%' THEN 'middle'
                    WHEN lower(text) LIKE '%жоғары деңгей%' OR lower(text) LIKE '%высшего уровня%' THEN 'higher' END
           ) AS level
    FROM v_card_experience
    GROUP BY card_id, language
),
card_years AS (
    SELECT card_id, language, category,
           min(CASE WHEN no_experience_required THEN 0 ELSE min_years END) AS least
    FROM v_card_experience
    WHERE :on = '' OR (valid_from <= :on AND (valid_to IS NULL OR valid_to > :on))
    GROUP BY card_id, language, category
),
positions AS (
    SELECT DISTINCT position_id, act_number, eid FROM v_positions
),
thresholds AS (
    SELECT position_id, language, section, position, title, level, category,
           min(CASE WHEN education LIKE '%primary%' THEN 1
                    WHEN education LIKE '%basic_secondary%' THEN 2
                    WHEN ',' || education || ',' LIKE '%,secondary,%' THEN 3
                    WHEN education LIKE '%tve%' THEN 4
                    WHEN education LIKE '%post_secondary%' THEN 5
                    WHEN education LIKE '%higher%' THEN 6
                    WHEN education LIKE '%postgraduate%' THEN 7 END) AS least,
           min(CASE WHEN no_experience_required THEN 0 ELSE min_years END) AS years
    FROM v_requirement_matrix
    WHERE :on = '' OR (valid_from <= :on AND (valid_to IS NULL OR valid_to > :on))
    GROUP BY position_id, language, section, position, title, level, category
),
names AS (
    SELECT 1 AS rank, 'primary' AS name UNION ALL SELECT 2, 'basic_secondary' UNION ALL SELECT 3, 'secondary'
    UNION ALL SELECT 4, 'tve' UNION ALL SELECT 5, 'post_secondary' UNION ALL SELECT 6, 'higher'
    UNION ALL SELECT 7, 'postgraduate'
),
compared AS (
    SELECT c.act_number AS card_act, c.label AS card, c.name AS card_name, p.act_number AS position_act,
           t.section, t.position, t.title, c.language, q.kind, q.score, t.level, t.category,
           e.least AS card_rank, t.least AS position_rank, y.least AS card_years, t.years AS position_years
    FROM pairs AS q
    JOIN cards AS c ON c.act_number = q.card_act AND c.eid = q.card_eid
    JOIN positions AS p ON p.act_number = q.position_act AND p.eid = q.position_eid
    JOIN thresholds AS t ON t.position_id = p.position_id AND t.language = c.language
    LEFT JOIN card_level AS l ON l.card_id = c.card_id AND l.language = c.language
    LEFT JOIN card_education AS e ON e.card_id = c.card_id AND e.language = c.language
    LEFT JOIN card_years AS y ON y.card_id = c.card_id AND y.language = c.language
                             AND (y.category = t.category OR (y.category IS NULL AND t.category IS NULL))
    WHERE l.level IS NULL OR t.level IS NULL OR l.level = t.level
),
judged AS (
    SELECT x.*,
           CASE WHEN card_rank > position_rank THEN 'card asks more' WHEN card_rank < position_rank THEN 'card asks less'
                WHEN card_rank = position_rank THEN 'agree' END AS education_verdict,
           CASE WHEN card_years > position_years THEN 'card asks more'
                WHEN card_years < position_years THEN 'card asks less'
                WHEN card_years = position_years THEN 'agree' END AS years_verdict
    FROM compared AS x
)
SELECT j.card_act, j.card, j.card_name, j.position_act, j.section, j.position, j.title, j.kind, j.score,
       j.level, j.category, a.name AS card_least_education, b.name AS position_least_education, j.education_verdict,
       j.card_years, j.position_years, j.years_verdict
FROM judged AS j
LEFT JOIN names AS a ON a.rank = j.card_rank
LEFT JOIN names AS b ON b.rank = j.position_rank
WHERE :conflicts = '' OR j.education_verdict LIKE 'card asks%' OR j.years_verdict LIKE 'card asks%'
ORDER BY j.card_act, length(j.card), j.card, j.position_act, j.section, length(j.position), j.position, j.language,
         CASE j.level WHEN 'higher' THEN 1 WHEN 'middle' THEN 2 ELSE 3 END,
         CASE j.category WHEN 'highest' THEN 1 WHEN 'first' THEN 2 WHEN 'second' THEN 3 WHEN 'none' THEN 4 ELSE 5 END
