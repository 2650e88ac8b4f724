"""Many runs of one scenario with some values changed, on one machine or many."""
