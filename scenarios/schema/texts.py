"""Texts that people read, in Dutch and English, and where things come from."""

from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from scenarios.schema.settings import NonEmpty, Settings
from scenarios.words import Language

_TEXT: JsonSchemaValue = {"type": "string", "minLength": 1}

ONE_OR_TWO: JsonSchemaValue = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {"nl": _TEXT, "en": _TEXT},
            "required": ["nl", "en"],
            "additionalProperties": False,
        },
    ]
}
"""A text in the JSON schema: one for both languages, or two."""


class Text(Settings):
    """Tekst in twee talen, of één tekst voor beide / text in two languages, or one."""

    nl: NonEmpty
    """In het Nederlands / in Dutch."""
    en: NonEmpty
    """In het Engels / in English."""

    @model_validator(mode="before")
    @classmethod
    def _from_one(cls, data: Any) -> Any:
        return {"nl": data, "en": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow one string for both languages."""
        return {"anyOf": [_TEXT, handler(core)]}

    def in_language(self, language: Language) -> str:
        """Give the text in one language.

        Parameters
        ----------
        language
            ``en`` or ``nl``.

        Returns
        -------
        str
            The text.

        """
        return self.nl if language == "nl" else self.en


class Reference(Settings):
    """Waar het staat / where it is written."""

    statements: tuple[NonEmpty, ...] = ()
    """Uitspraken uit de programma's / ids of statements of the programmes."""
    quote: str = ""
    """Letterlijk citaat / words of the text itself."""
    section: str = ""
    """Paragraaf of artikel / section or article."""
    text: str = ""
    """Naam van het document / name of the document."""
    note: str = ""
    """Toelichting / note."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow the name of the document alone."""
        return {"anyOf": [{"type": "string"}, handler(core)]}
