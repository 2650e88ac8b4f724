"""Everything that solves an instance: our engines, and peers to measure them by.

Engines are taken from ``solver.route`` by name: a new one is measured as soon as it
has a line there.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmarks.peers import annealing, highs_lp, pdlp, whole_mip
from benchmarks.peers.peer import Peer
from benchmarks.unknown import UnknownError
from benchmarks.unsuited import UnsuitedError
from solver.certificate import certify
from solver.instance import Instance
from solver.result import Result
from solver.route import ENGINES, solve
from solver.settings import Settings
from solver.watch import Watch

PEERS: dict[str, Peer] = {
    peer.name: peer
    for peer in (
        highs_lp.SIMPLEX,
        highs_lp.INTERIOR_POINT,
        pdlp.PEER,
        whole_mip.HIGHS,
        whole_mip.SCIP,
        whole_mip.CP_SAT,
        annealing.PEER,
    )
}
"""Peers by the name a user gives."""

ALL, NONE = "all", "none"
"""What a user may say for every one of a kind, and for no one."""


@dataclass(frozen=True)
class Method:
    """A way to solve, by name.

    Parameters
    ----------
    name
        Key in ``ENGINES`` or ``PEERS``.
    kind
        Which of the two.

    """

    name: str
    kind: Literal["engine", "peer"]

    @property
    def relaxes(self) -> bool:
        """Whether it has a bound only."""
        return self.kind == "peer" and PEERS[self.name].relaxes

    def solve(self, instance: Instance, settings: Settings, watch: Watch) -> Result:
        """Solve an instance; the answer is certified like any other.

        Raises
        ------
        UnsuitedError
            If the instance is of a kind that the method cannot solve.

        """
        if self.kind == "engine":
            try:
                return solve(instance, settings, engine=self.name, watch=watch)
            except ValueError as error:  # an engine for one kind of rows says so
                raise UnsuitedError(f"{error}") from error
        peer = PEERS[self.name]
        if instance.restrictions.any and not peer.relaxes:
            raise UnsuitedError(
                f"peer {self.name} keeps no patches, sites or distances, which this "
                "instance asks for"
            )
        answer = peer.solve(instance, settings, watch)
        return certify(instance, answer, settings.gap, watch.seconds)


def methods_of(
    engines: Sequence[str] = (ALL,), peers: Sequence[str] = (NONE,)
) -> tuple[Method, ...]:
    """Return engines and peers by name.

    Parameters
    ----------
    engines, peers
        Names, ``all`` or ``none``.

    Raises
    ------
    UnknownError
        If a name is not known, or nothing is left to measure.

    """
    found = [Method(name, "engine") for name in _named(engines, "engine", ENGINES)]
    found += [Method(name, "peer") for name in _named(peers, "peer", PEERS)]
    if not found:
        raise UnknownError("no_method")
    return tuple(found)


def _named(given: Sequence[str], kind: str, known: Collection[str]) -> list[str]:
    names = [name for text in given for name in (known if text == ALL else (text,))]
    names = [name for name in dict.fromkeys(names) if name != NONE]
    for name in names:
        if name not in known:
            every = ", ".join([*known, ALL, NONE])
            raise UnknownError(f"unknown_{kind}", known=every, got=name)
    return names
