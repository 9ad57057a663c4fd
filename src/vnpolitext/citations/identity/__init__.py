"""Which document is meant: keys, the register, and what of the register fits a citation."""
