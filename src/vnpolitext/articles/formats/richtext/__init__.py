"""Rich Text: the tokens of a file, what they tell in order, and the lines of its page."""
