"""Articles: reading files into text, metadata and blocks."""
