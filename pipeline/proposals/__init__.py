"""Entries for the grammar, proposed from the wordings of a document that no rule knows."""
