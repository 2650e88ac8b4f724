"""An instance that a method cannot solve by its nature; the text says why."""


class UnsuitedError(ValueError):
    """A method and an instance do not suit each other."""
