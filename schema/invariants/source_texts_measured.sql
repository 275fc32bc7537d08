-- The stated length of a source is the length of its text, and no more characters are attributed than are there.
SELECT source_file, chars, solid_chars, attributed_chars
FROM sources
WHERE chars <> LENGTH(text) OR solid_chars > chars OR attributed_chars > solid_chars
