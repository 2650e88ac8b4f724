"""What every allocation must satisfy, one kind a file."""
