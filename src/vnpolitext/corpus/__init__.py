"""Many documents: run, store, tables."""
