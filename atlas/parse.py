"""From the text of ``run.json`` to a ``Document``; what is missing is named."""

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from atlas.document import (
    Assumed,
    Claim,
    Closest,
    Covered,
    Document,
    Indicator,
    Label,
    LayerFacts,
    Rule,
    Supply,
    Unmet,
    Use,
    UseForm,
)
from grids.sentence import Sentence

T = TypeVar("T", UseForm, Closest, Covered)

FILE = "run.json"
"""Name of the document in a run folder."""

EXPECTED = ("uses", "claims", "rules", "layers", "assumed", "provenance")
"""Keys that every run of this version has; without one there is less to show."""


def read_document(run_dir: Path) -> Document:
    """Read the document of a run folder.

    Parameters
    ----------
    run_dir
        The run folder.

    Raises
    ------
    FileNotFoundError
        If the folder has no ``run.json``.
    ValueError
        If it is no JSON or lacks a key.

    """
    path = run_dir / FILE
    if not path.is_file():
        raise FileNotFoundError(
            Sentence(
                "run folder must hold {file}, there is none in {path}; make the "
                "run again",
                file=FILE,
                path=run_dir,
            )
        )
    try:
        return _document(json.loads(path.read_text(encoding="utf-8")))
    except KeyError as error:
        raise ValueError(
            Sentence(
                "{path} must have key {key} in every entry of its kind; make the "
                "run again",
                path=path,
                key=error,
            )
        ) from error
    except (json.JSONDecodeError, UnicodeDecodeError, TypeError) as error:
        raise ValueError(
            Sentence(
                "{path} must be the document of a run as JSON, but is damaged "
                "({why}); make the run again",
                path=path,
                why=error,
            )
        ) from error


def _document(raw: Mapping[str, Any]) -> Document:
    """Return the document from what JSON gave."""
    return Document(
        name=str(raw["name"]),
        description=label_of(raw.get("description")),
        province=str(raw["province"]),
        status=str(raw["status"]),
        objective=raw.get("objective"),
        bound=raw.get("bound"),
        gap=raw.get("gap"),
        excess=tuple(raw.get("excess") or ()),
        unmet=_unmet(raw.get("attempt")),
        engine=str(raw.get("engine") or ""),
        cell_m=int(raw["cell_m"]),
        seconds=raw.get("seconds") or {},
        price_kind=str(raw.get("price_kind") or ""),
        uses=tuple(_use(entry) for entry in raw.get("uses") or ()),
        claims=tuple(_claim(entry) for entry in raw.get("claims") or ()),
        rules=tuple(_rule(entry) for entry in raw.get("rules") or ()),
        layers=tuple(_layer(entry) for entry in raw.get("layers") or ()),
        assumed=tuple(_assumed(entry) for entry in raw.get("assumed") or ()),
        supplies=tuple(_supply(entry) for entry in raw.get("supplies") or ()),
        patches=tuple(_held(UseForm, entry) for entry in raw.get("patches") or ()),
        separations=tuple(
            _held(Closest, entry) for entry in raw.get("separations") or ()
        ),
        coverage=tuple(_held(Covered, entry) for entry in raw.get("coverage") or ()),
        indicators=tuple(_indicator(entry) for entry in raw.get("indicators") or ()),
        versions=raw.get("versions") or {},
        provenance=raw.get("provenance") or {},
        area=_area(raw.get("area")),
        run_dir=str(raw.get("run_dir") or ""),
        not_taken_off=tuple(map(str, raw.get("not_taken_off") or ())),
        lacking=tuple(key for key in EXPECTED if key not in raw),
    )


def _held(kind: type[T], raw: Mapping[str, Any]) -> T:
    """Return a value of the keys that it knows; a later version may have more."""
    known = {field.name for field in fields(kind)}
    return kind(**{key: value for key, value in raw.items() if key in known})


def _use(raw: Mapping[str, Any]) -> Use:
    """Return one use."""
    return Use(
        str(raw["id"]),
        label_of(raw.get("label")),
        raw.get("colour"),
        float(raw.get("ha") or 0),
        tuple(raw.get("parts") or ()),
    )


def _unmet(raw: Mapping[str, Any] | None) -> tuple[Unmet, ...]:
    """Return what an attempt leaves unmet; nothing if there was none."""
    return tuple(
        Unmet(str(row["id"]), row["min"], row["max"], float(row["achieved"]))
        for row in (raw or {}).get("unmet") or ()
    )


def _claim(raw: Mapping[str, Any]) -> Claim:
    """Return one claim."""
    return Claim(
        str(raw["id"]),
        label_of(raw.get("label")),
        str(raw["unit"]),
        raw["min"],
        raw["max"],
        raw.get("achieved"),
        raw.get("shortfall"),
        raw.get("over"),
        raw.get("price"),
        str(raw.get("zone") or ""),
    )


def _rule(raw: Mapping[str, Any]) -> Rule:
    """Return one rule."""
    return Rule(
        id=str(raw["id"]),
        label=label_of(raw.get("label")),
        kind=str(raw["kind"]),
        hardness=str(raw.get("hardness") or ""),
        applied=bool(raw["applied"]),
        reason=str(raw.get("reason") or ""),
        violated=raw.get("violated"),
        price=raw.get("price"),
        quote=str(raw.get("quote") or ""),
        section=str(raw.get("section") or ""),
        statements=tuple(raw.get("statements") or ()),
        asks=label_of(raw.get("asks")),
    )


def _layer(raw: Mapping[str, Any]) -> LayerFacts:
    """Return the facts of one layer."""
    return LayerFacts(
        name=str(raw["name"]),
        kind=str(raw["kind"]),
        unit=str(raw["unit"]),
        source=str(raw.get("source") or ""),
        date=str(raw.get("date") or ""),
        licence=str(raw.get("licence") or ""),
        invented=bool(raw["invented"]),
        note=str(raw.get("note") or ""),
        service=str(raw.get("service") or ""),
        fetched=str(raw.get("fetched") or ""),
        files=_files(raw),
    )


def _area(raw: Mapping[str, Any] | None) -> LayerFacts | None:
    """Return the facts of the boundary, if the run has them."""
    if not raw:
        return None
    return LayerFacts(
        name="area",
        kind="zone",
        unit="1",
        source=str(raw.get("source") or ""),
        date=str(raw.get("date") or ""),
        licence=str(raw.get("licence") or ""),
        invented=False,
        note="",
        files=_files(raw),
    )


def _files(raw: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return name and sha256 of the files of a layer."""
    return tuple(
        (str(one["file"]), str(one["sha256"])) for one in raw.get("files") or ()
    )


def _assumed(raw: Mapping[str, Any]) -> Assumed:
    """Return one assumed number."""
    unit, reason = str(raw.get("unit") or ""), label_of(raw.get("reason"))
    value = raw["value"] if raw["value"] is not None else raw.get("text")
    return Assumed(str(raw["path"]), value, unit, reason)


def _supply(raw: Mapping[str, Any]) -> Supply:
    """Return one supply; its zone stands behind its name."""
    label, zone = label_of(raw.get("label")), raw.get("zone")
    if zone:
        label = {language: f"{text} ({zone})" for language, text in label.items()}
    return Supply(
        str(raw["id"]),
        label,
        str(raw["unit"]),
        raw.get("amount"),
        raw.get("cap"),
    )


def _indicator(raw: Mapping[str, Any]) -> Indicator:
    """Return one indicator of a programme."""
    value = raw.get("value")
    return Indicator(
        id=str(raw["id"]),
        indicator=str(raw.get("indicator") or raw["id"]),
        label=label_of(raw.get("label")),
        unit=str(raw.get("unit") or ""),
        value=value,
        computed=bool(raw.get("computed", value is not None)),
        reason=raw.get("reason"),
        statements=tuple(raw.get("statements") or ()),
    )


def label_of(raw: Any) -> Label:
    """Return a text per language; one text counts for all."""
    if isinstance(raw, str):
        return {"nl": raw, "en": raw}
    return {str(key): str(text) for key, text in (raw or {}).items() if text}
