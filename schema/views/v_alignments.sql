-- One row per group of items of one block that say the same in Kazakh and Russian.
SELECT
    a.act_number,
    l.eid,
    l.item_kind,
    l.kk_ordinals,
    l.ru_ordinals,
    l.score,
    l.agreement
FROM alignments l
JOIN acts a ON a.act_uri = l.act_uri
