"""The pages of runs served on this machine, and on no other."""
