"""How servers are asked: how often, how long, how much."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Manners:
    """How servers are asked.

    Parameters
    ----------
    timeout_s, whole_s
        Longest silence, and longest time of one body [s].
    tries
        How often one address is asked.
    wait_s, most_wait_s
        First and longest wait between two tries [s].
    at_once
        Requests to one host at the same time.
    fresh_s
        How long a body that is held is not asked for again [s].
    most_bytes
        Longest body.
    allow_private
        Also ask this machine and its network.
    offline
        Ask nothing; only what is held.

    """

    timeout_s: float = 30
    whole_s: float = 1800
    tries: int = 5
    wait_s: float = 1
    most_wait_s: float = 60
    at_once: int = 2
    fresh_s: float = 86_400
    most_bytes: int = 4_000_000_000
    allow_private: bool = False
    offline: bool = False
