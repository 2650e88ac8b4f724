"""What ``puzzel layers`` says, in Dutch and English."""

from collections.abc import Mapping
from types import MappingProxyType

LAYER_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "title": ("naam", "title"),
        "coverage": ("dekking", "coverage"),
        "age_head": ("actualiteit", "freshness"),
        "rules_head": ("gevraagd door", "asked by"),
        "waiting_head": ("regels die wachten", "rules that wait"),
        "where_from": ("waar vandaan", "where from"),
        "data_set": ("dataset", "data set"),
        "updated_head": ("vernieuwd", "updated"),
        "service_head": ("dienst", "service"),
        "note_head": ("bij het inlezen", "on reading"),
        "n_parts": ("{n} stuks", "{n} in all"),
        "newest": ("actueel", "newest"),
        "newer_one": ("vermoedelijk 1 nieuwere", "probably 1 newer"),
        "newer": ("vermoedelijk {n} nieuwere", "probably {n} newer"),
        "outdated": ("sterk verouderd", "long outdated"),
        "area_head": ("oppervlak", "area"),
        "invented_word": ("verzonnen", "invented"),
        "fetchable": ("puzzel fetch ({title})", "puzzel fetch ({title})"),
        "derived_from": ("wordt afgeleid uit {names}", "is derived from {names}"),
        "own_map": ("eigen kaart", "a map of your own"),
        "layers_missing": (
            "{n} gevraagde kaartlagen ontbreken; op {waiting} ervan wachten regels:",
            "{n} layers that are asked for are missing; rules wait for {waiting}:",
        ),
        "looked_at": ("{name} bekeken", "looked at {name}"),
        "layers_checked": (
            "{n} kaartlagen bekeken: {wrong} verdacht, waarvan {unread} onleesbaar",
            "{n} layers looked at: {wrong} doubtful, {unread} of them unreadable",
        ),
        "doubt_unreadable": ("niet te lezen", "cannot be read"),
        "doubt_elsewhere": ("ligt elders", "lies elsewhere"),
        "doubt_empty": ("leeg", "empty"),
        "doubt_constant": ("overal hetzelfde", "the same everywhere"),
        "doubt_unit": ("eenheid lijkt niet te kloppen", "unit looks wrong"),
        "doubt_cut_off": ("afgesneden", "cut off"),
        "doubt_incomplete": ("onvolledig", "incomplete"),
        "doubt_shifted": ("verschoven", "shifted"),
        "own_service_file": (
            "file van kaartlaag {name}, die een service heeft, moet {wanted} zijn, of "
            "een andere naam in die map, gekregen {got}",
            "file of layer {name}, which has a service, must be {wanted}, or another "
            "name in that folder, got {got}",
        ),
        "own_services_differ": (
            "kaartlagen uit {path} moeten dezelfde service noemen",
            "layers of {path} must name the same service",
        ),
        "no_layer": (
            "kaartlaag moet er een van deze provincie zijn ({known}), gekregen '{got}'",
            "layer must be one of this province ({known}), got '{got}'",
        ),
        "drawn": ("plaatje: {path}", "picture: {path}"),
    }
)
"""Dutch and English by key."""
