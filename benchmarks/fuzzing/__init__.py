"""What a breaking campaign tries: texts, files, and what must be true of each."""
