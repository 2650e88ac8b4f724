"""What can be checked in a scenario before any data are read."""
