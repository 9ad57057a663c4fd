"""The finders as spaCy components."""
