"""A sentence that remembers what it was made of.

``grids`` knows no languages: it raises in English. A message that is a ``Sentence``
is that English text, for logs and for callers, and still has its template and what
was filled in, so that ``scenarios.dutch`` can say the same in Dutch. The template is
the key of the Dutch table, as in gettext. ::

    raise ValueError(Sentence("layer '{name}' must lie in {crs}", name=..., crs=...))

A value may be a sentence itself, or an error that holds one.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self


class Sentence(str):
    """English text with its template and values.

    Parameters
    ----------
    template
        Text with ``{name}`` for what is filled in, as ``str.format`` reads it.
    values
        What is filled in.

    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill in the template."""
        made = super().__new__(cls, template.format_map(values))
        made.template = template
        made.values = MappingProxyType(values)
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """Return what to make it of again when it comes out of another process."""
        return (self.template,), dict(self.values)

    def __getstate__(self) -> None:
        """Keep nothing else: ``__new__`` makes the rest."""
