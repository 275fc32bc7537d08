-- A unit is in force only on days on which some wording of the unit above it is.
SELECT c.act_uri, c.language, c.eid, c.valid_from, c.valid_to
FROM provisions c
WHERE c.valid_from IS NOT NULL
    AND EXISTS (
        SELECT 1 FROM provisions p WHERE p.act_uri = c.act_uri AND p.eid = c.parent_eid AND p.language = c.language
    )
    AND NOT EXISTS (
        SELECT 1 FROM provisions p
        WHERE p.act_uri = c.act_uri AND p.eid = c.parent_eid AND p.language = c.language
            AND p.valid_from <= c.valid_from AND (p.valid_to IS NULL OR c.valid_from < p.valid_to)
    )
