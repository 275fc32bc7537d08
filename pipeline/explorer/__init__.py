"""The explorer: the pages and Datasette over one built database, for reading only."""
