"""A scenario, its data and its run as one archive for a colleague, and back."""
