-- findings-by-act
-- How many findings of each kind each act and file has, the gravest first.
-- :severity text ""  error, warning or info; empty for all
SELECT act_number, source_file, severity, code, count(*) AS findings, min(line) AS first_line, min(message) AS example
FROM v_findings
WHERE :severity = '' OR severity = :severity
GROUP BY act_number, source_file, severity, code
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, act_number, source_file, code
