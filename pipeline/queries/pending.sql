-- pending
-- Wordings that are known to exist and are not at hand, and amendments that could not be carried out.
-- :language text ""  kk or ru; empty for both
WITH open_ends AS (
    SELECT act_uri, language, eid, label, valid_from, valid_to, 'the wording is not at hand' AS why
    FROM v_provisions
    WHERE NOT wording_known
    UNION ALL
    SELECT target_act_uri, NULL, target_eid, target_printed, effective_from, NULL, status
    FROM v_amendments
    WHERE status IN ('base_unknown', 'disputed', 'pending')
)
SELECT o.act_uri, o.language, o.eid, o.label, o.valid_from, o.valid_to, o.why
FROM open_ends AS o
WHERE :language = '' OR o.language = :language OR o.language IS NULL
ORDER BY o.act_uri, o.eid, o.language, o.valid_from, o.why
