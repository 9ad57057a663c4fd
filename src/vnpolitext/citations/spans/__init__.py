"""Core spans: where a citation begins and ends, alone and in a row of coordinated ones."""
