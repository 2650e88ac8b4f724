"""Why numbers are assumed, in both languages.

The scenario files give a reason once, mostly in Dutch and often the same one; the table
``reasons.csv`` has the English of all that ship. A reason of a user's own file stays as
it is written, in one language or in two.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scenarios.schema.texts import Text


@cache
def english_reasons() -> Mapping[str, str]:
    """Return the English of every shipped reason by its Dutch."""
    path = Path(__file__).with_suffix(".csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["nl"]: row["en"] for row in csv.DictReader(file)}


def in_both(reason: Text) -> Text:
    """Return a reason in both languages; one that is not in the table stays."""
    if reason.nl != reason.en:
        return reason
    return Text(nl=reason.nl, en=english_reasons().get(reason.nl, reason.en))
