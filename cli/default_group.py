"""A group of commands whose first word may be left out."""

from typing import Any

from typer.core import TyperGroup


class DefaultGroup(TyperGroup):
    """A group whose first word may also be an argument or an option."""

    default = ""
    """The command that is meant if none is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command in front, unless one is named or help is asked."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = [self.default, *args]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed
