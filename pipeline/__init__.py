"""What needs more than one document: linking, rows, publishing, and the command line."""
