"""Print what is told of a run: its sentences, then its table."""

from typing import Any

from atlas.formats import figures, number
from cli.console import Console

MOST = 25
"""Rows that are printed; all of them come as JSON and in the workbook."""

WIDEST = 60
"""Letters of a text in a table."""


def print_told(console: Console, told: Any) -> None:
    """Print an answer of ``scenarios.explain.told``."""
    lang = console.language
    for sentence in told.sentences:
        console.print(sentence[lang])
    table = told.table
    if table is None or not table.rows:
        return
    if told.sentences:
        console.print()
    console.print(table.note[lang])
    shown = [at for at, column in enumerate(table.columns) if _is_short(table, at)]
    head = [table.columns[at].heading[lang] for at in shown]
    rows = [
        [_written(row[at], table.columns[at].form, lang) for at in shown]
        for row in table.rows[:MOST]
    ]
    console.table(head, rows)
    if len(table.rows) > MOST:
        console.print(console.say("prices_more", n=len(table.rows) - MOST))


def _is_short(table: Any, at: int) -> bool:
    """Tell whether a column fits a terminal; quotes do not."""
    texts = [row[at] for row in table.rows if isinstance(row[at], str)]
    return at == 0 or max(map(len, texts), default=0) <= WIDEST


def _written(value: Any, form: str, lang: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        text = str(value[lang])
        return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
    if isinstance(value, str):
        return value
    if form == "ha":
        return number(value, lang, 1)
    if form == "share":
        return number(100 * value, lang, 1) + " %"
    return figures(value, lang)
