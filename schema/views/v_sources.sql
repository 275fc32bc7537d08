-- One row per file of the raw folder; chars, coverage and text are NULL for a file that was not read.
-- coverage: Share of the non-blank characters that lie outside segments of kind unparsed, 0 to 1; NULL without such characters.
SELECT
    s.source_file,
    s.sha256,
    s.media_type,
    s.language,
    s.act_uri,
    s.edition_on,
    s.reader,
    s.chars,
    s.attributed_chars,
    s.attributed_chars * 1.0 / NULLIF(s.solid_chars, 0) AS coverage,
    s.text
FROM sources s
