"""How to run a scenario."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scenarios.kept_province import KeptProvince
from scenarios.words import Language
from solver.watch import Progress


@dataclass(frozen=True)
class Options:
    """How to run.

    Parameters
    ----------
    runs
        Folder of run folders.
    language
        Language of texts in the outputs.
    strict
        Refuse to run if a rule cannot be applied for want of a layer.
    force
        Run again even if the run is there.
    publish
        Called with the temporary run folder to draw maps and tables.
    on_stage
        Called with the name of every stage as it begins; ``wait`` while another
        process computes the same run.
    on_progress
        Called with the steps of the search.
    on_note
        Called before the search with what can already be said of the claims.
    province
        Holds the grid and layers from one run to the next; by default each run reads
        its own.

    """

    runs: Path
    language: Language = "nl"
    strict: bool = False
    force: bool = False
    publish: Callable[[Path], object] | None = None
    on_stage: Callable[[str], None] | None = None
    on_progress: Callable[[Progress], None] | None = None
    on_note: Callable[[str], None] | None = None
    province: KeptProvince | None = None
