-- One row per relation between two acts, in the active voice.
SELECT
    r.from_act_uri,
    r.type,
    r.to_act_uri,
    r.scope,
    r.effective_on,
    r.basis,
    r.quote,
    r.source_file,
    r.char_start,
    r.char_end
FROM relations r
