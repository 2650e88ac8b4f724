"""How good and how fast: instances, engines, and yardsticks in the same run."""
