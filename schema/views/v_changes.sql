-- One row per unit or item that an amendment or a new act changed, and language.
SELECT
    a.act_number,
    c.eid,
    c.item_kind,
    c.change,
    c.old_text,
    c.new_text,
    c.changed_on,
    c.amending_act_uri,
    c.weight,
    c.summary,
    c.summary_kk,
    c.summary_ru,
    c.language
FROM changes c
JOIN acts a ON a.act_uri = c.act_uri
