"""Numbered directive sections."""
