"""How much of one number of a scenario another costs."""
