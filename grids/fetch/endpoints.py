"""The page of all addresses that are asked, and which of them were ever called.

uv run python -m grids.fetch.endpoints    writes the table in docs/fetch.md anew
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from grids.data_set_list import shipped_data_sets
from grids.data_sets import DataSet

PAGE = Path(__file__).parents[2] / "docs" / "fetch.md"
"""The page that has the table."""

BEGIN, END = "<!-- endpoints -->", "<!-- /endpoints -->"
"""Between these lines of the page."""


def endpoints(data_sets: Mapping[str, DataSet]) -> Iterator[str]:
    """Give the lines of the table: how many were verified, then every address.

    Parameters
    ----------
    data_sets
        By id.

    """
    services = [
        (data_set, service)
        for data_set in data_sets.values()
        for service in data_set.services
    ]
    verified = sum(service.verified for _, service in services)
    without = [one.title["en"] for one in data_sets.values() if not one.services]
    yield (
        f"{len(services)} addresses of {len(data_sets) - len(without)} data sets; "
        f"{verified} verified, {len(services) - verified} not. "
        f"Without an address: {', '.join(without)}."
    )
    yield ""
    yield "| data set | kind | address | name | verified | evidence | date |"
    yield "|---|---|---|---|---|---|---|"
    for data_set, service in services:
        cells = (
            data_set.title["en"],
            service.kind,
            f"<{service.url}>",
            service.name or "the only one",
            "yes" if service.verified else "no",
            service.evidence,
            service.date,
        )
        yield "| " + " | ".join(cells) + " |"


def with_table(page: str, data_sets: Mapping[str, DataSet]) -> str:
    """Return the page with the table of these data sets."""
    before, _, rest = page.partition(f"{BEGIN}\n")
    _, _, after = rest.partition(END)
    table = "\n".join(endpoints(data_sets))
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


if __name__ == "__main__":
    page = PAGE.read_text("utf-8")
    PAGE.write_text(with_table(page, shipped_data_sets()), encoding="utf-8")
