"""What an answer depends on besides its inputs: on every worker the same."""

from typing import Any

from grids.sentence import Sentence
from scenarios.digest import of_code
from scenarios.document.versions import versions


class ClusterError(OSError):
    """A cluster that cannot be used; the text says why and what to do."""


def refuse_others(client: Any) -> None:
    """Refuse workers whose code or libraries are not those of this process.

    Raises
    ------
    ClusterError
        Naming a worker and what differs.

    """
    own = fingerprint()
    try:
        found: dict[str, dict[str, str]] = client.run(fingerprint)
    except Exception as error:  # whatever a worker of another version answers
        raise ClusterError(
            Sentence(
                "workers must be able to run puzzel, but one cannot ({why}); install "
                "the same versions on every machine",
                why=f"{type(error).__name__}: {error}",
            )
        ) from error
    for worker, other in found.items():
        apart = [
            f"{name} {other.get(name, '–')} ≠ {version}"
            for name, version in own.items()
            if other.get(name) != version
        ]
        if apart:
            raise ClusterError(
                Sentence(
                    "workers must have the versions of this process, but {worker} has "
                    "{got}; install the same versions on every machine",
                    worker=worker,
                    got=", ".join(apart),
                )
            )


def fingerprint() -> dict[str, str]:
    """Return the versions of all that an answer depends on, with the code's hash."""
    return {**versions(), "code": of_code()[:8]}
