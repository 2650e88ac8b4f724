"""``puzzel explain``: why a use came in a cell, and what claims and rules cost."""

from pathlib import Path
from typing import Any

from atlas.formats import figures, number, rd
from cli.console import Console
from cli.failures import RunError, UsageError

MOST = 25
"""Prices that are printed; all of them come as JSON."""


def command(console: Console, run: Path, cell: str | None, *, prices: bool) -> None:
    """Explain a run; a cell, its prices, or both."""
    if not (run / "run.json").is_file():
        raise UsageError(console.say("no_file", path=run / "run.json"))
    place = None if cell is None else _place(console, cell)
    from scenarios.explain.cell import NotInProvinceError
    from scenarios.explain.explained_run import NotExplainableError, read_explained

    try:
        found = read_explained(run)
        document: dict[str, Any] = {"run": str(run)}
        if place is not None:
            document["cell"] = _cell(console, found, place)
        if prices or place is None:
            document["prices"] = _prices(console, found)
    except NotInProvinceError as error:
        raise UsageError(f"{error}") from error
    except (NotExplainableError, OSError, KeyError) as error:
        raise RunError(f"{error}") from error
    console.document(document)


def _place(console: Console, text: str) -> tuple[float, float]:
    """Read ``X,Y``; points and spaces between thousands may be there."""
    parts = text.replace(" ", "").replace(".", "").split(",")
    try:
        x_m, y_m = (float(part) for part in parts)
    except ValueError:
        raise UsageError(console.say("explain_place", got=text)) from None
    return x_m, y_m


def _cell(console: Console, run: Any, place: tuple[float, float]) -> dict[str, Any]:
    """Print the sentences and the table of one cell."""
    from scenarios.explain.cell import cell_at, explain_cell
    from scenarios.explain.sentences import cell_sentences

    found = explain_cell(run, cell_at(run, *place))
    lang, where = console.language, found["cell"]
    name = f", {where['municipality']}" if where["municipality"] else ""
    console.print(rd(where["x_m"], where["y_m"], lang) + name)
    for sentence in cell_sentences(found, lang):
        console.print(sentence)
    console.print()
    words = ("use", "points_head", "prices_head", "edges_head", "worth_head")
    rows = [
        [
            use["label"][lang],
            number(use["points"], lang, 1),
            number(sum(row["points"] for row in use["rows"]), lang, 1),
            number(use["edges"], lang, 1),
            number(use["worth"], lang, 1),
        ]
        for use in found["uses"]
        if use["worth"] is not None
    ]
    console.table([console.say(word) for word in words], rows)
    return found


def _prices(console: Console, run: Any) -> list[dict[str, Any]]:
    """Print what claims and rules cost, the dearest first."""
    from scenarios.explain.prices import explain_prices

    found = explain_prices(run)
    lang = console.language
    if not found:
        console.print(console.say("no_prices"))
        return found
    words = ("who_asks", "limit_head", "value_head", "price_head", "unit_head")
    rows = []
    for one in found[:MOST]:
        zone = f" ({one['zone']})" if one["zone"] else ""
        sign = "≥" if one["limit"] == "min" else "≤"
        at = "" if one["at"] is None else f"{sign} {number(one['at'], lang, 1)}"
        price = figures(one["price"], lang)
        unit = f"{console.say('points_word')}/{one['unit'] or console.say('unit_word')}"
        rows.append(
            [one["label"][lang] + zone, at, number(one["value"], lang, 1), price, unit]
        )
    console.print(console.say("prices_intro"))
    console.table([console.say(word) for word in words], rows)
    if len(found) > MOST:
        console.print(console.say("prices_more", n=len(found) - MOST))
    return found
