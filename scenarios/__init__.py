"""Scenario files, the rule catalogue, and runs."""
