"""Pages for reading: models of plain values, and the templates that print them. No server and no files in here."""
