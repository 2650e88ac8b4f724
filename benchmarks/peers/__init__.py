"""Other ways to solve an instance, to measure engines against; one file each."""
