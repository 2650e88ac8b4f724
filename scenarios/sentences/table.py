"""The table of all sentences. See ``scenarios.words``."""

from collections.abc import Mapping
from types import MappingProxyType

from scenarios.sentences.data import DATA
from scenarios.sentences.files import FILES
from scenarios.sentences.meaning import MEANING
from scenarios.sentences.parts import PARTS
from scenarios.sentences.quantities import QUANTITIES
from scenarios.sentences.shape import SHAPE
from scenarios.sentences.sweeps import SWEEPS

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {**QUANTITIES, **SHAPE, **DATA, **PARTS, **FILES, **MEANING, **SWEEPS}
)
"""English and Dutch by code."""
