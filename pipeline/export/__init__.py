"""What a built database gives away: files for other tools, each made from the views alone."""
