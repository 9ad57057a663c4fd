"""What stands around a core span: date, issuer, title, letterhead, and what is done with it."""
