"""A comparison as a page for readers, and as plain data."""

from dataclasses import asdict
from typing import Any

from atlas.formats import number
from benchmarks.compare import SHIFTS, Comparison, Pair
from benchmarks.formats import NOTHING, gap_text
from benchmarks.markdown import table
from benchmarks.words import say


def report(found: Comparison, names: tuple[str, str], lang: str) -> str:
    """Write a comparison as Markdown.

    Parameters
    ----------
    found
        The comparison.
    names
        What the first run and the second are called.
    lang
        ``nl`` or ``en``.

    """
    parts = [f"# {say('compared', lang)}\n", f"A: {names[0]}; B: {names[1]}\n"]
    parts.append(
        table(_pair_head(lang), [_cells(pair, lang) for pair in found.pairs], 3)
    )
    parts.append(f"## {say('means', lang)}\n")
    keys = ("figure", "shift", "pairs")
    head = [*(say(key, lang) for key in keys), "A", "B", say("ratio", lang)]
    rows = [
        [
            say(mean.figure, lang),
            f"{mean.shift:g}",
            str(mean.n_pairs),
            f"{mean.before:.4g}",
            f"{mean.after:.4g}",
            _ratio(mean.ratio, lang),
        ]
        for mean in found.means
    ]
    parts += [table(head, rows), say("censored", lang) + "\n"]
    if found.left_out:
        parts.append(f"## {say('left_out', lang)}\n")
        lines = [_left_out(*one, names, lang) for one in found.left_out]
        parts.append(
            table([say(k, lang) for k in ("case", "method", "remark")], lines, 3)
        )
    return "\n".join(parts)


def document(found: Comparison, names: tuple[str, str]) -> dict[str, Any]:
    """Return a comparison as plain data."""
    return {
        "before": names[0],
        "after": names[1],
        "pairs": [
            {
                **asdict(pair),
                "ratio": {figure: pair.ratio(figure) for figure in pair.before},
            }
            for pair in found.pairs
        ],
        "means": [{**asdict(mean), "ratio": mean.ratio} for mean in found.means],
        "left_out": [
            {"case": case, "method": method, "reason": why}
            for case, method, why in found.left_out
        ],
    }


def _pair_head(lang: str) -> list[str]:
    texts = [say(key, lang) for key in ("case", "method", "status")]
    return [*texts, say("objective", lang), *(say(key, lang) for key in SHIFTS)]


def _cells(pair: Pair, lang: str) -> list[str]:
    """Write one pair: the objective's gain, and a ratio per figure."""
    states = dict.fromkeys(say(status, lang) for status in pair.status)
    better = NOTHING if pair.better is None else gap_text(pair.better, lang)
    ratios = [_ratio(pair.ratio(figure), lang) for figure in SHIFTS]
    return [pair.case, pair.method, " → ".join(states), better, *ratios]


def _ratio(value: float | None, lang: str) -> str:
    return NOTHING if value is None else f"{number(value, lang, 2)}×"


def _left_out(
    case: str, method: str, why: str, names: tuple[str, str], lang: str
) -> list[str]:
    if why in ("before", "after"):
        text = say("only_in", lang, name=names[why == "after"])
    else:
        text = say(why, lang)
    return [case, method, text]
