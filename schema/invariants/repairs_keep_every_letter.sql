-- A repair moves letters and neither adds nor drops one, and it shows the line as the source has it.
SELECT r.repair_id, r.raw, r.repaired
FROM repairs r JOIN sources s ON s.source_file = r.source_file
WHERE LENGTH(REPLACE(r.raw, ' ', '')) <> LENGTH(REPLACE(r.repaired, ' ', ''))
    OR SUBSTR(s.text, r.char_start + 1, r.char_end - r.char_start) <> r.raw
