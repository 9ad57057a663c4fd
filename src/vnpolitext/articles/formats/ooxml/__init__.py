"""Office Open XML: the parts of a Word document, its numbers, its tables."""
