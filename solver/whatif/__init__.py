"""What if: a solved instance with one thing changed, and what is certain about it."""
