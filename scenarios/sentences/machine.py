"""Dutch of what the machine and its libraries say most often about a file or a text."""

from collections.abc import Mapping
from types import MappingProxyType

MACHINE: Mapping[str, str] = MappingProxyType(
    {
        "Permission denied": "geen toegang",
        "Operation not permitted": "niet toegestaan",
        "No such file or directory": "bestand of map bestaat niet",
        "File exists": "bestaat al",
        "Is a directory": "is een map",
        "Not a directory": "is geen map",
        "Directory not empty": "de map is niet leeg",
        "No space left on device": "de schijf is vol",
        "Disk quota exceeded": "de schijfruimte van deze gebruiker is op",
        "Read-only file system": "alleen te lezen",
        "Device or resource busy": "in gebruik",
        "File name too long": "naam te lang",
        "Too many open files": "te veel open bestanden",
        "Input/output error": "de schijf is niet te lezen of te beschrijven",
        "invalid syntax": "geen geldige schrijfwijze",
    }
)
"""By the whole text, as Python gives it."""

LIBRARIES: Mapping[str, str] = MappingProxyType(
    {
        "File is not a zip file": "geen werkmap van Excel",
        "openpyxl does not support": "geen werkmap van Excel",
        "not recognized as being in a supported file format": "formaat niet herkend",
        "file signature not found": "geen NetCDF-4",
        "truncated file: eof": "afgekapt",
        "database disk image is malformed": "beschadigd",
        "was never closed": "een haakje of aanhalingsteken wordt niet gesloten",
    }
)
"""By a phrase of the text; the rest of it names the file again, or bytes in it."""
