-- Between two wordings of one unit there is no gap: a wording that nobody prints has a row of its own.
SELECT p.act_uri, p.language, p.eid, p.valid_to
FROM provisions p
WHERE p.valid_to IS NOT NULL
    AND EXISTS (
        SELECT 1 FROM provisions later
        WHERE later.act_uri = p.act_uri AND later.eid = p.eid AND later.language = p.language
            AND later.valid_from >= p.valid_to
    )
    AND NOT EXISTS (
        SELECT 1 FROM provisions next
        WHERE next.act_uri = p.act_uri AND next.eid = p.eid AND next.language = p.language
            AND next.valid_from = p.valid_to
    )
