"""Tables, views, vocabulary and invariants of the database. Knows nothing of parsing."""
