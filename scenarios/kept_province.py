"""The grid and layers that this process read last, for runs that follow on them.

Reading them takes seconds (213 layers of 12,000 cells: 1.4 s), and runs of a sweep
mostly have the same.
"""

from dataclasses import dataclass
from pathlib import Path

from grids.layers import Province
from scenarios.cache import cached_province
from scenarios.inputs import Inputs
from scenarios.load import LoadedScenario
from scenarios.province import make_province


@dataclass
class KeptProvince:
    """Holds one province.

    Parameters
    ----------
    digest
        Hash of what it was made from.
    province
        Grid and layers.

    """

    digest: str = ""
    province: Province | None = None

    def get(
        self, runs: Path, loaded: LoadedScenario, inputs: Inputs
    ) -> tuple[Province, bool]:
        """Return a scenario's province and whether it was there already."""
        if self.province is not None and self.digest == inputs.grid:
            return self.province, True
        self.province = None  # two do not fit beside each other
        province, cached = cached_province(runs, inputs, lambda: make_province(loaded))
        self.digest, self.province = inputs.grid, province
        return province, cached
