"""What an office phrase says by itself: the office, its body, the branch of power, the level."""
