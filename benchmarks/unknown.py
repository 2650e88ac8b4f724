"""A name that nothing here has, told in the user's language."""

from benchmarks.words import say


class UnknownError(ValueError):
    """A name of a set, an instance, an engine or a peer that there is not.

    Parameters
    ----------
    key
        Key of the sentence in ``benchmarks.words``.
    values
        What the sentence names.

    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say(key, "en", **values))
        self._key, self._values = key, values

    def text(self, lang: str) -> str:
        """Say it in a language."""
        return say(self._key, lang, **self._values)
