"""How much memory this process has used at most."""

import sys


def peak_memory_mb() -> float:
    """Return the largest resident set so far [MB]."""
    try:
        import resource
    except ImportError:  # Windows
        import psutil

        return float(round(psutil.Process().memory_info().rss / 1e6, 1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1e6 if sys.platform == "darwin" else 1e3), 1)
