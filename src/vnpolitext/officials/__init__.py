"""Persons and the offices they hold."""
