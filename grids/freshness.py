"""How old a layer is against the rhythm in which its source appears.

A date of a year or a month counts from its end: data of 2022 hold for all of it. What
is older than one rhythm has probably been followed by newer editions.
"""

from datetime import date, timedelta

DAYS_A_YEAR = 365.25


def end_of(text: str) -> date | None:
    """Return the last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; else None."""
    try:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return date(parts[0], 12, 31)
        if len(parts) == 2:
            next_month = date(parts[0], parts[1], 1) + timedelta(days=31)
            return next_month.replace(day=1) - timedelta(days=1)
        return date(parts[0], parts[1], parts[2])
    except ValueError:
        return None


def newer_editions(text: str, every_years: float | None, today: date) -> int | None:
    """Return how many newer editions there probably are.

    Parameters
    ----------
    text
        Date that the data hold for.
    every_years
        Longest time between two editions [years].
    today
        The day to count to.

    Returns
    -------
    int | None
        0 if it is the newest, None if date or rhythm is not known.

    """
    since = end_of(text)
    if since is None or not every_years:
        return None
    years = (today - since).days / DAYS_A_YEAR
    return max(0, int(years / every_years))
