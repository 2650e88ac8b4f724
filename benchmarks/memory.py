"""How much memory this process holds now, and held at most since a moment.

Linux can forget the peak so far; elsewhere the peak counts from the start of the
process. ``getrusage`` is no use there: it begins with the peak of the parent.
"""

import sys
from contextlib import suppress
from pathlib import Path

import psutil

MB = 1e6
"""Bytes in a megabyte."""


def resident_mb() -> float:
    """Return what this process holds now [MB]."""
    return float(psutil.Process().memory_info().rss) / MB


def forget_peak() -> None:
    """Let the peak begin at what is held now, where the system can."""
    if sys.platform == "linux":
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak_mb() -> float:
    """Return the most that this process held [MB]."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text(encoding="ascii")
        lines = dict(line.partition(":")[::2] for line in status.splitlines())
        if "VmHWM" in lines:
            return int(lines["VmHWM"].split()[0]) * 1024 / MB
    elif sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / MB
    from scenarios.memory import peak_memory_mb

    return peak_memory_mb()
