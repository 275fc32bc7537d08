-- The end of an interval of validity lies after its start.
SELECT 'provisions' AS of_table, eid, valid_from, valid_to FROM provisions WHERE valid_to <= valid_from
UNION ALL
SELECT 'positions', eid, valid_from, valid_to FROM positions WHERE valid_to <= valid_from
UNION ALL
SELECT 'items', eid, valid_from, valid_to FROM items WHERE valid_to <= valid_from
UNION ALL
SELECT 'cards', eid, valid_from, valid_to FROM cards WHERE valid_to <= valid_from
UNION ALL
SELECT 'definitions', eid, valid_from, valid_to FROM definitions WHERE valid_to <= valid_from
UNION ALL
SELECT 'abbreviations', eid, valid_from, valid_to FROM abbreviations WHERE valid_to <= valid_from
UNION ALL
SELECT 'acts', act_uri, in_force_from, in_force_to FROM acts WHERE in_force_to <= in_force_from
