"""What the objective rewards, one kind a file."""
