"""Comparing what documents talk about."""
