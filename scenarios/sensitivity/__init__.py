"""Which number moves the plan most: screened cheaply, then searched again."""
