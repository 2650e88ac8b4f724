"""Headings and sentences of the tables, in Dutch and English."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("Gemeten met puzzel bench", "Measured with puzzel bench"),
        "compared": ("Twee metingen vergeleken", "Two measurements compared"),
        "case": ("opgave", "instance"),
        "cells": ("cellen", "cells"),
        "uses": ("functies", "uses"),
        "rows": ("rijen", "rows"),
        "method": ("methode", "method"),
        "status": ("status", "status"),
        "objective": ("doelwaarde", "objective"),
        "bound": ("grens", "bound"),
        "gap": ("gat", "gap"),
        "seconds": ("s", "s"),
        "times": ("× eerste", "× first"),
        "to_0.1": ("s tot 10 %", "s to 10 %"),
        "to_0.01": ("s tot 1 %", "s to 1 %"),
        "to_0.001": ("s tot 0,1 %", "s to 0.1 %"),
        "passes": ("rondes", "passes"),
        "iterations": ("LP-iteraties", "LP iterations"),
        "nodes": ("knopen", "nodes"),
        "peak": ("piek MB", "peak MB"),
        "above": ("boven opgave MB", "above instance MB"),
        "remark": ("opmerking", "remark"),
        "optimal": ("binnen het gat", "within the gap"),
        "feasible": ("gat niet bewezen", "gap not proven"),
        "infeasible": ("past niet", "does not fit"),
        "no_solution": ("geen plan", "no plan"),
        "relaxed": ("alleen grens", "bound only"),
        "unsuited": ("past niet bij methode", "does not suit"),
        "error": ("fout", "error"),
        "killed": ("afgebroken", "killed"),
        "died": ("omgevallen", "died"),
        "how": (
            "Gevraagd gat {gap}, tijdslimiet {limit} s, toevalsgetal {seed}, "
            "{threads} threads, {machine}, code {code}. Elke meting in een eigen "
            "proces, kernels vooraf gecompileerd. Functies naast 'geen'; "
            "× eerste: tijd gedeeld door die van de eerste methode op die opgave.",
            "Gap asked for {gap}, time limit {limit} s, seed {seed}, {threads} "
            "threads, {machine}, code {code}. Each measurement in a process of its "
            "own, kernels compiled before. Uses beside 'none'; × first: time divided "
            "by that of the first method on that instance.",
        ),
        "versions": ("Versies: {names}.", "Versions: {names}."),
        "ratio": ("B / A", "B / A"),
        "mean": ("meetkundig gemiddelde", "geometric mean"),
        "figure": ("getal", "figure"),
        "shift": ("verschuiving", "shift"),
        "pairs": ("paren", "pairs"),
        "means": (
            "Verschoven meetkundige gemiddelden",
            "Shifted geometric means",
        ),
        "left_out": ("Niet vergeleken", "Not compared"),
        "censored": (
            "Wat geen antwoord gaf, telt met zijn tijdslimiet.",
            "What gave no answer counts with its time limit.",
        ),
        "only_in": ("alleen in {name}", "only in {name}"),
        "other_size": ("andere omvang", "another size"),
        "other_settings": (
            "ander gat, andere tijdslimiet of ander toevalsgetal",
            "another gap, time limit or seed",
        ),
        "against": (
            "Winst op de een na de ander (sequential)",
            "Gain over one after the other (sequential)",
        ),
        "gain": ("winst, punten", "gain, points"),
        "gain_share": ("winst", "gain"),
        "unmet_sequence": ("niet gehaald door sequential", "unmet by sequential"),
        "unmet": ("niet gehaald", "unmet"),
        "conflict": (
            "{n} eisen niet gehaald: {names}",
            "{n} limits not met: {names}",
        ),
        "unknown_set": (
            "--set moet een van {known} zijn, gekregen '{got}'",
            "--set must be one of {known}, got '{got}'",
        ),
        "unknown_case": (
            "opgave moet een van {known} zijn, met of zonder omvang "
            "(zonal-n=40000-m=136), of een pad dat eindigt op {ends}, gekregen '{got}'",
            "instance must be one of {known}, with or without a size "
            "(zonal-n=40000-m=136), or a path that ends in {ends}, got '{got}'",
        ),
        "unknown_size": (
            "omvang moet er uitzien als {form}, gekregen '{got}'",
            "size must be written as {form}, got '{got}'",
        ),
        "bad_size": (
            "{case} kan niet gemaakt worden: {text}",
            "{case} cannot be made: {text}",
        ),
        "no_file": (
            "bestand van een opgave of scenario moet bestaan, gekregen '{got}'",
            "file of an instance or scenario must exist, got '{got}'",
        ),
        "unknown_engine": (
            "--engines moet namen uit {known} hebben, gekregen '{got}'",
            "--engines must have names from {known}, got '{got}'",
        ),
        "unknown_peer": (
            "--peers moet namen uit {known} hebben, gekregen '{got}'",
            "--peers must have names from {known}, got '{got}'",
        ),
        "no_method": (
            "er moet ten minste één methode zijn: geef --engines of --peers",
            "there must be at least one method: give --engines or --peers",
        ),
    }
)
"""Texts by key."""


def say(key: str, lang: str, **values: object) -> str:
    """Return a text in a language, with its values filled in."""
    dutch, english = WORDS[key]
    return (dutch if lang == "nl" else english).format(**values)
