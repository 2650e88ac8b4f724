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

PACKS: Mapping[str, str] = MappingProxyType(
    {
        "file of {layer} must be there to be packed, but is not: {path}": (
            "het bestand van {layer} moet er zijn om ingepakt te worden, maar "
            "ontbreekt: {path}"
        ),
        "file of {layer} must hold its data itself, but {path} names other files; "
        "make it one with gdal_translate": (
            "het bestand van {layer} moet de gegevens zelf bevatten, maar {path} "
            "noemt andere bestanden; maak er één van met gdal_translate"
        ),
        "data of a run must be those that it was made of, but files of {path} changed "
        "since; run the scenario again": (
            "de gegevens van een run moeten die zijn waarvan hij gemaakt is, maar "
            "bestanden van {path} zijn sindsdien veranderd; reken het scenario "
            "opnieuw door"
        ),
        "file must not change while it is packed: {path}": (
            "een bestand mag tijdens het inpakken niet veranderen: {path}"
        ),
        "{path} must be an archive of puzzel pack, but has no {name} of this version": (
            "{path} moet een archief van puzzel pack zijn, maar heeft geen {name} van "
            "deze versie"
        ),
        "{path} must hold the files that were packed, but {name} is another, or there "
        "is one too many or too few": (
            "{path} moet de ingepakte bestanden bevatten, maar {name} is een ander, "
            "of er is er een te veel of te weinig"
        ),
        "scenario of {path} must name files of the archive only, but names {name}": (
            "het scenario van {path} mag alleen bestanden van het archief noemen, maar "
            "noemt {name}"
        ),
        "folder must have no links on the way to {name}: {path}": (
            "de map mag geen verwijzingen hebben op weg naar {name}: {path}"
        ),
    }
)
