"""One document in, one analysis out."""
