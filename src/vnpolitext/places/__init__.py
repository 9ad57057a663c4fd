"""Administrative units in their time."""
