"""Full-text search: folding of texts, reading of what a user typed, finding and showing passages."""
