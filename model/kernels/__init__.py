"""Numba kernels of the scores, one family a file."""
