"""Ways to solve an instance, one a file."""
