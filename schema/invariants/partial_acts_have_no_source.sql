-- The text of an act is called full exactly when a source of it is used.
SELECT a.act_uri, a.text_known
FROM acts a
WHERE (a.text_known = 'full') <> EXISTS (SELECT 1 FROM sources s WHERE s.act_uri = a.act_uri AND s.use = 'used')
