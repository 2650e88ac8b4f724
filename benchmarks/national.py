"""Print seconds, memory and gap of the Netherlands as one problem, stage by stage.

``python -m benchmarks.national FOLDER [CELL_M] [MINUTES] [scattered]``: writes the
scenario of ``tests/real/netherlands.py`` into the folder and runs it as ``puzzel run``
does, without the report. It takes minutes and gigabytes, so it is no part of the gate.
The grid is kept in the folder: a second run begins after it. ``scattered`` leaves out
what makes cells see their neighbours.
"""

import sys
import threading
import time
from pathlib import Path

from benchmarks.memory import resident_mb
from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.run import run_scenario
from solver.watch import Progress
from tests.real.netherlands import scenario_of

EVERY_S = 0.1
"""Time between two looks at the memory [s]."""

TOLD_S = 20.0
"""Time between two lines about the search [s]."""


class Peaks:
    """The most memory of every stage, looked at by a thread."""

    def __init__(self) -> None:
        """Begin to look."""
        self.stage, self.peak_mb = "load", dict[str, float]()
        self._began = self._told = time.perf_counter()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            now, stage = resident_mb(), self.stage
            self.peak_mb[stage] = max(now, self.peak_mb.get(stage, 0.0))
            time.sleep(EVERY_S)

    def begin(self, stage: str) -> None:
        """Tell what the last stage took, and go on."""
        peak = self.peak_mb.get(self.stage, 0.0) / 1e3
        print(f"{self._seconds():7.0f} s  {self.stage}: {peak:.2f} GB", flush=True)
        self.stage = stage

    def step(self, step: Progress) -> None:
        """Tell now and then how far the search is."""
        now = time.perf_counter()
        if now - self._told > TOLD_S and step.gap is not None:
            self._told = now
            print(f"{self._seconds():7.0f} s    gap {100 * step.gap:.2f} %", flush=True)

    def _seconds(self) -> float:
        return time.perf_counter() - self._began


def main(folder: Path, cell_m: int, minutes: int, *, compact: bool) -> None:
    """Run and tell."""
    peaks = Peaks()
    loaded = load_scenario(
        scenario_of(folder, cell_m, f"{minutes} min", compact=compact)
    )
    options = Options(
        folder / "runs", "en", on_stage=peaks.begin, on_progress=peaks.step
    )
    outcome = run_scenario(loaded, options)
    peaks.begin("end")
    document = outcome.document
    print(
        f"{document['n_cells']:,} cells x {len(document['uses'])} uses, "
        f"{document['engine']}: {document['status']}, "
        f"gap {100 * document['gap']:.2f} %, "
        f"{sum(document['seconds'].values()):.0f} s, "
        f"{document['peak_memory_mb'] / 1e3:.2f} GB"
    )


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[2:] if word.isdigit()]
    cell_m, minutes = (*given, *(100, 30)[len(given) :])
    main(Path(sys.argv[1]), cell_m, minutes, compact="scattered" not in sys.argv)
