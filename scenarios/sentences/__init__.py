"""What is said about faults: code, English, Dutch."""
