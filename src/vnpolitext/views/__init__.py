"""Pictures: highlighted text, plots, reports."""
