"""PDF pages: words with their places, rows, columns, notes, and the lines that they make."""
