"""How fast the steps of a solve are, each against a yardstick in the same run."""
