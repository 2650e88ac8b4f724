"""Instances to measure on, one a file, made from a seed."""
