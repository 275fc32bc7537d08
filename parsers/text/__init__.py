"""Normal forms of text: spaces, paragraphs, numbers and dates in words, brackets and quotes."""
