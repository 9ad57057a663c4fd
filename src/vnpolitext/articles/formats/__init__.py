"""File formats: each module turns the bytes of one document into its text and metadata."""
