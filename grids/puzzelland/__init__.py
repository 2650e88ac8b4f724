"""The synthetic province, from a seed."""
