"""What a run says about itself: ``explain.json``, where it has one.

The file holds ``sentences``, texts in one language or both, and ``tables``; an entry
says with ``about`` which question it answers. An older file has sentences only. Other
keys are data, and left alone.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from atlas.document import Label
from atlas.parse import label_of
from grids.sentence import Sentence
from scenarios.explain.told import Column, Form, Table, Value

FILE = "explain.json"
"""Name of the file in a run folder."""

_KEY = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Answer:
    """A table, and the sentences that answer the same question.

    Parameters
    ----------
    table
        The table.
    sentences
        In both languages, or the same in both.

    """

    table: Table
    sentences: tuple[Label, ...]


@dataclass(frozen=True)
class Explained:
    """All that a run says about itself.

    Parameters
    ----------
    sentences
        Those that stand alone.
    answers
        Those with a table.

    """

    sentences: tuple[Label, ...] = ()
    answers: tuple[Answer, ...] = ()

    @property
    def every_sentence(self) -> tuple[Label, ...]:
        """All sentences, those that stand alone first."""
        return (*self.sentences, *(s for one in self.answers for s in one.sentences))


def read_explained(run_dir: Path) -> Explained:
    """Return what a run says; nothing if it has no such file.

    Raises
    ------
    ValueError
        If the file is damaged.

    """
    path = run_dir / FILE
    if not path.is_file():
        return Explained()
    try:
        return _explained(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            Sentence(
                "{path} must hold sentences and tables as puzzel explain writes them, "
                "but does not ({why}); remove it and explain the run again",
                path=path,
                why=error,
            )
        ) from error


def _explained(raw: Mapping[str, Any]) -> Explained:
    tables = {one["about"]: _table(one) for one in raw.get("tables") or ()}
    keys = [table.key for table in tables.values()]
    if len({*keys}) < len(keys):
        raise ValueError(
            Sentence("tables must have keys that differ, got {got}", got=keys)
        )
    texts: dict[str, list[Label]] = {about: [] for about in tables}
    alone: list[Label] = []
    for text in raw.get("sentences") or ():
        about = text.get("about") if isinstance(text, Mapping) else None
        texts.get(str(about), alone).append(_sentence(text))
    answers = (Answer(tables[about], tuple(texts[about])) for about in tables)
    return Explained(tuple(alone), tuple(answers))


def _sentence(raw: Any) -> Label:
    """Return a sentence without what it is about."""
    text = {key: raw[key] for key in raw if key != "about"} if _is_map(raw) else raw
    return label_of(text)


def _table(raw: Mapping[str, Any]) -> Table:
    """Return a table; each row has a value per column."""
    key = raw["key"]
    columns = [_column(one) for one in raw["columns"]]
    rows = [[_value(value) for value in row] for row in raw["rows"]]
    if any(len(row) != len(columns) for row in rows) or not columns:
        raise ValueError(
            Sentence("rows of table '{key}' must have a value per column", key=key)
        )
    if not _KEY.fullmatch(key):
        raise ValueError(
            Sentence("the key of a table must be in snake_case, got '{key}'", key=key)
        )
    title, note = label_of(raw["title"]), label_of(raw["note"])
    return Table(key, title, note, columns, rows)


def _column(raw: Mapping[str, Any]) -> Column:
    forms = get_args(Form)
    if raw["form"] not in forms:
        raise ValueError(
            Sentence(
                "the form of a column must be one of {known}, got {got}",
                known=", ".join(forms),
                got=raw["form"],
            )
        )
    return Column(label_of(raw["heading"]), raw["form"])


def _value(raw: Any) -> Value:
    if _is_map(raw):
        return label_of(raw)
    if raw is None or isinstance(raw, str | int | float):
        return raw
    raise ValueError(
        Sentence(
            "a value of a table must be a text or a number, got {got}",
            got=type(raw).__name__,
        )
    )


def _is_map(raw: Any) -> bool:
    return isinstance(raw, Mapping)
