"""Uses, claims, rules as constraints and terms; the problem as a value."""
