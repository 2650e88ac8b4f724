"""One driver a phase, for pytest-benchmark; no part of the distribution."""
