"""Who the people of a text are: mentions gathered, what is said of them, whose life it is."""
