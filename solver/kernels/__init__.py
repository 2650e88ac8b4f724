"""Numba kernels of the search, one a file."""
