"""Styles and lists of OpenDocument files."""
