"""``puzzel explain``: why a use came in a cell, and what claims and rules cost."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.formats import figures, number, rd
from cli.console import Console
from cli.failures import RunError, UsageError
from cli.interrupt import stoppable
from cli.told import print_told

CURVE = 40
"""Letters of a curve that fit in a table."""


@dataclass(frozen=True)
class Asked:
    """What is to be explained.

    Parameters
    ----------
    cell, use
        A place ``X,Y``, and a use that one would rather have there.
    prices, ranges, rules, form
        What claims and rules cost; how far that holds; what the plan would gain
        without each hard rule; what patches, sites, distances and compactness cost.
    against
        A run in which each zone does its own part: who moves what.
    time_limit_s
        How long searching again may take [s].

    """

    cell: str | None = None
    use: str | None = None
    prices: bool = False
    ranges: bool = False
    rules: bool = False
    form: bool = False
    against: Path | None = None
    time_limit_s: float = 600.0

    @property
    def others(self) -> bool:
        """Whether something else than prices is asked."""
        return (
            self.cell is not None or self.rules or self.form or self.against is not None
        )


def command(console: Console, run: Path, asked: Asked) -> None:
    """Explain a run; a cell, its prices, its rules."""
    if not (run / "run.json").is_file():
        raise UsageError(console.say("no_file", path=run / "run.json"))
    place = None if asked.cell is None else _place(console, asked.cell)
    if asked.use is not None and place is None:
        raise UsageError(console.say("explain_use_needs_cell"))
    from scenarios.division.compare import NotComparableError
    from scenarios.dutch import text_of
    from scenarios.explain.cell import NotInProvinceError, UnknownUseError
    from scenarios.explain.explained_run import NotExplainableError, read_explained
    from solver.watch import Watch

    watch = Watch(asked.time_limit_s)
    try:
        found = read_explained(run)
        document: dict[str, Any] = {"run": str(run)}
        with stoppable(console, watch), watch.search():
            if place is not None:
                document["cell"] = _cell(console, (run, found), place, asked.use, watch)
            document |= _costs(console, run, found, asked, watch)
        if asked.against is not None:
            document["division"] = _division(console, run, asked.against)
        if document.keys() & {"prices", "rules", "form", "division"}:
            from atlas.publish import publish_words

            publish_words(run, console.language)
            console.print()
            console.print(console.say("explain_where", folder=run))
    except UnknownUseError as error:
        known = ", ".join(found.instance.use_name)
        raise UsageError(
            console.say("explain_unknown_use", known=known, got=error)
        ) from error
    except NotInProvinceError as error:
        raise UsageError(text_of(error)) from error
    except (NotExplainableError, NotComparableError, OSError, KeyError) as error:
        raise RunError(text_of(error)) from error
    console.document(document)


def _costs(
    console: Console, folder: Path, run: Any, asked: Asked, watch: Any
) -> dict[str, Any]:
    """Tell what claims and rules cost; keep it in the run's folder."""
    if not (asked.prices or asked.ranges or asked.rules or asked.form) and asked.cell:
        return {}
    from scenarios.explain.form import explain_form, form_label
    from scenarios.explain.prices import explain_prices
    from scenarios.explain.ranges import add_ranges
    from scenarios.explain.rule_words import told_form, told_prices, told_rules
    from scenarios.explain.told import keep
    from scenarios.explain.without import explain_without
    from solver.whatif.revalue import Revaluer

    document: dict[str, Any] = {}
    revaluer = None
    if asked.ranges or asked.rules:
        console.note(console.say("explain_values"))
        revaluer = Revaluer(run.instance, run.row_price, watch)

    def step(done: int, of: int) -> None:
        if done * 10 // of > (done - 1) * 10 // of:
            console.note(console.say("explain_step", done=done, of=of))

    def form(name: str | None, at: int, of: int) -> None:
        label = None if name is None else form_label(run, name)[console.language]
        key = "explain_form_again" if label is None else "explain_form"
        console.note(console.say(key, label=label, at=at, of=of))

    if asked.prices or asked.ranges or not asked.others:
        found = explain_prices(run)
        if revaluer is not None and asked.ranges:
            found = add_ranges(run, revaluer, found, step)
        told = told_prices(found)
        if not found:
            console.print(console.say("no_prices"))
        print_told(console, told)
        keep(folder, told)
        document["prices"] = found
    if asked.rules and revaluer is not None:
        told = told_rules(explain_without(run, revaluer, step))
        print_told(console, told)
        keep(folder, told)
        document["rules"] = told.data
    if asked.form:
        told = told_form(explain_form(run, watch, form))
        print_told(console, told)
        keep(folder, told)
        document["form"] = told.data
    return document


def _division(console: Console, joint: Path, separate: Path) -> dict[str, Any]:
    """Tell who moves what when the whole counts; keep it in the run's folder."""
    from scenarios.division.compare import compare_division, read_division
    from scenarios.division.words import told_division
    from scenarios.explain.told import keep

    found = compare_division(read_division(joint), read_division(separate))
    for told in told_division(found):
        print_told(console, told)
        console.print()
        keep(joint, told)
    return found


def _place(console: Console, text: str) -> tuple[float, float]:
    """Read ``X,Y``; points and spaces between thousands may be there."""
    parts = text.replace(" ", "").replace(".", "").split(",")
    try:
        x_m, y_m = (float(part) for part in parts)
    except ValueError:
        raise UsageError(console.say("explain_place", got=text)) from None
    return x_m, y_m


def _cell(
    console: Console,
    of: tuple[Path, Any],
    place: tuple[float, float],
    use: str | None,
    watch: Any,
) -> dict[str, Any]:
    """Print the sentences and the table of one cell."""
    from scenarios.explain.cell import cell_at, explain_cell
    from scenarios.explain.sentences import cell_sentences, otherwise_sentences

    folder, run = of
    cell = cell_at(run, *place)
    found = explain_cell(run, cell, folder)
    if use is not None:
        from scenarios.explain.otherwise import explain_otherwise

        console.note(console.say("explain_forcing"))
        found["otherwise"] = explain_otherwise(run, cell, use, watch)
    lang, where = console.language, found["cell"]
    name = f", {where['municipality']}" if where["municipality"] else ""
    console.print(rd(where["x_m"], where["y_m"], lang) + name)
    for sentence in cell_sentences(found, lang):
        console.print(sentence)
    if use is not None and found["otherwise"]["allowed"]:
        for sentence in otherwise_sentences(found["otherwise"], lang):
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
    _factors(console, found)
    return found


def _factors(console: Console, found: dict[str, Any]) -> None:
    """Print the factors of the use that came and of the one that came next."""
    lang = console.language
    named = [found["use"]["id"], (found["runner_up"] or {}).get("id")]
    rows = [
        [
            f"{part['label'][lang]}: {factor['label'][lang]}",
            factor["layer"],
            _shown(factor, lang),
            factor["curve"] if len(factor["curve"]) <= CURVE else "…",
            number(factor["worth"], lang, 2),
            number(factor["weight"], lang, 1),
        ]
        for use in found["uses"]
        if use["id"] in named
        for part in use["parts"]
        for factor in part["factors"]
    ]
    words = ("factor_head", "layer", "value_head", "curve_head", "suits_head")
    console.print()
    heads = [console.say(word) for word in (*words, "weight_head")]
    console.table(heads, rows)


def _shown(factor: dict[str, Any], lang: Any) -> str:
    """Return the value of a layer with its unit."""
    value = factor["value"]
    if value is None or isinstance(value, str):
        return value or ""
    unit = factor["unit"] if factor["unit"] != "1" else ""
    return f"{figures(value, lang)} {unit}".rstrip()
