"""Sentences about a run that maps and tables share: how good, how sure, from what."""

from collections.abc import Iterable
from textwrap import wrap

from atlas.document import Document, LayerFacts
from atlas.formats import date, gap
from atlas.layer_name import layer_name
from atlas.words.words import Words


def status_line(document: Document, words: Words) -> str:
    """Return status, gap and whether the data are invented, in one line."""
    parts = [words.known("status", document.status)]
    if document.gap is None and document.objective is not None:
        parts.append(words.say("gap.open"))
    if document.gap is not None:
        parts.append(words.say("gap", gap=gap(document.gap, words.lang)))
    if document.invented:
        every = len(document.invented) == len(document.layers)
        parts.append(words.say("invented_map" if every else "invented_some"))
    return " · ".join(parts)


def gap_sentence(document: Document, words: Words) -> str:
    """Say in one sentence how far the answer is from the best possible."""
    if not document.has_answer:
        return words.say("gap.none")
    if document.gap is None:
        return words.say("gap.unknown")
    return words.say("gap.sentence", gap=gap(document.gap, words.lang))


def warnings(document: Document, words: Words) -> list[str]:
    """Return what a reader must mind, shortly."""
    missed = [
        (claim.shortfall or 0) / claim.least
        for claim in document.claims
        if claim.least and (claim.shortfall or 0) > 0
    ]
    most = gap(max(missed, default=0.0), words.lang)
    counts = {
        "shortfall": len(missed),
        "over": sum((claim.over or 0) > 0 for claim in document.claims),
        "not_applied": len(document.not_applied),
        "assumed": len(document.assumed),
        "invented": len(document.invented),
    }
    told = [
        words.count(f"warn.{key}", n, total=len(document.layers), most=most)
        for key, n in counts.items()
        if n
    ]
    free = ", ".join(layer_name(name, words) for name in document.not_taken_off)
    return [*told, words.say("warn.not_taken_off", names=free)] if free else told


def sources(layers: Iterable[LayerFacts], words: Words) -> str:
    """Return the sources of layers, each once; invented ones have no date."""
    found: dict[str, None] = {}
    for layer in layers:
        when = "" if layer.invented else date(layer.date, words.lang)
        if not when and layer.fetched:
            when = words.say("fetched", date=date(layer.fetched, words.lang))
        between = ", ".join(filter(None, (when, layer.licence)))
        found[f"{layer.source} ({between})" if between else layer.source] = None
    return "; ".join(filter(None, found))


def source_lines(layers: Iterable[LayerFacts], words: Words, letters: int) -> list[str]:
    """Return the sources of layers in lines of so many letters, none left out."""
    text = sources(layers, words)
    return wrap(f"{words.say('map.sources')}: {text}", letters) if text else []


def made(document: Document, words: Words) -> str:
    """Return cell size, program and date of the run."""
    created = str(document.provenance.get("created") or "")
    parts = [
        words.say("map.cells", cell=document.cell_m),
        f"puzzel {document.versions.get('ruimtepuzzel', '')}".strip(),
        date(created, words.lang),
    ]
    return " · ".join(filter(None, parts))
