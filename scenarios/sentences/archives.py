"""Dutch of what is wrong with a ZIP archive, by template of ``grids.archive``."""

from collections.abc import Mapping
from types import MappingProxyType

ARCHIVES: Mapping[str, str] = MappingProxyType(
    {
        "{path} must be a sound ZIP, but is damaged or none: {why}": (
            "{path} moet een gaaf ZIP-bestand zijn, maar is beschadigd of geen: {why}"
        ),
        "{path} must hold plain files only, but {name} is a link, a device or locked "
        "by a password": (
            "{path} mag alleen gewone bestanden bevatten, maar {name} is een "
            "verwijzing, een apparaat of met een wachtwoord beveiligd"
        ),
        "{path} must hold every file once, but has {name} twice": (
            "{path} moet elk bestand één keer bevatten, maar heeft {name} twee keer"
        ),
        "{path} must hold files of its own folder only, but has {name!r}": (
            "{path} mag alleen bestanden van zijn eigen map bevatten, maar heeft "
            "{name!r}"
        ),
        "{path} must hold at most {files:,} files and {most:,} MB, but has {n:,} "
        "files and {got:,} MB in {packed:,} MB": (
            "{path} mag hoogstens {files} bestanden en {most} MB bevatten, maar heeft "
            "{n} bestanden en {got} MB in {packed} MB"
        ),
        "{path} must hold what it says, but {name} has another length": (
            "{path} moet bevatten wat het zegt, maar {name} heeft een andere lengte"
        ),
    }
)
