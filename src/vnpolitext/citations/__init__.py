"""Citations of official documents."""
