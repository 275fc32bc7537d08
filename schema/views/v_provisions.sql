-- One row per unit of an act, language and interval.
SELECT
    p.provision_id,
    p.act_uri,
    p.language,
    p.eid,
    p.parent_eid,
    p.kind,
    p.label,
    p.heading,
    p.text,
    p.ordinal,
    p.valid_from,
    p.valid_to,
    p.valid_basis,
    p.wording_known,
    p.source_file,
    p.char_start,
    p.char_end,
    p.rule
FROM provisions p
