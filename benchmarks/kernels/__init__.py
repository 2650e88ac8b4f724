"""Numba kernels of the peers, one a file."""
