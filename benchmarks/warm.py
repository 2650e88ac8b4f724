"""Compile what an engine will call, before the clock runs.

Two instances of 400 cells: cell counts, and priced rows with weights and supplies. A
kernel compiled for them is compiled for all: the types of the arrays are the same.
"""

from contextlib import suppress

from benchmarks.instances import counts, soft
from benchmarks.methods import PEERS, Method
from benchmarks.unsuited import UnsuitedError
from solver.settings import Settings
from solver.watch import Watch

N_CELLS = 400
"""Cells of an instance to warm up with."""

LIMIT_S = 20.0
"""Most that one may take [s]."""

MOMENT_S = 0.5
"""What a peer gets that would go on until the limit [s]."""


def warm(method: Method) -> None:
    """Let an engine solve small instances; few peers have anything to compile."""
    if method.kind == "peer":
        if PEERS[method.name].compiles:
            instance, settings = counts.build(N_CELLS, 12), Settings()
            PEERS[method.name].solve(instance, settings, Watch(MOMENT_S))
        return
    settings = Settings(gap=0.01, time_limit_s=LIMIT_S)
    for instance in (counts.build(N_CELLS, 12), soft.build(N_CELLS, 17)):
        with suppress(UnsuitedError):
            method.solve(instance, settings, Watch(LIMIT_S))
