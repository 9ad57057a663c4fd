"""HTML pages: letters, declarations, lines, and which of them are the article."""
