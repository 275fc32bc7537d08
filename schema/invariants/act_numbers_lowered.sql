-- The number by which the views name an act is the printed one in lower case.
SELECT act_uri, number, act_number
FROM acts
WHERE (number IS NULL) <> (act_number IS NULL) OR act_number <> LOWER(act_number)
