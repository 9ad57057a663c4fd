"""What a number, a name, a body, a provision looks like: readers of one piece, and their data."""
