"""``puzzel scenario claims``: claims that were changed in a workbook, as a scenario."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError
from grids.sentence import Sentence


def command(
    console: Console, sheet: Path, base: Path, out: Path, variant: str | None
) -> None:
    """Write a scenario that extends the base with the claims of a sheet."""
    from atlas.sheets.read_claims import read_claims
    from scenarios.load import load_scenario

    if not base.is_file():
        raise UsageError(console.say("no_file", path=base))
    if out.exists():
        raise UsageError(console.say("exists", path=out))
    loaded = load_scenario(base)
    claims = _changed(loaded, read_claims(sheet, variant))
    text = {
        "name": out.stem.replace("-", " ").replace("_", " "),
        "extends": _relative(base, out.parent),
        **({"claims": claims} if claims else {}),
    }
    _write(text, out)
    load_scenario(out)  # its faults come with their place in the new file
    console.print(f"{console.say('written')}: {out}")
    console.print(console.say("claims_changed", n=len(claims), names=", ".join(claims)))
    console.document({"written": str(out), "claims": list(claims)})


def _changed(
    loaded: Any, found: Mapping[str, Mapping[str, float | None]]
) -> dict[str, Any]:
    """Return the targets that are not those of the base, as a scenario writes them."""
    from atlas.sheets.read_claims import SheetError

    claims = loaded.scenario.claims
    unknown = sorted(set(found) - set(claims))
    if unknown:
        raise SheetError(
            Sentence(
                "claims in the sheet must be those of the scenario, got {got}; "
                "known are {known}",
                got=", ".join(unknown),
                known=", ".join(claims),
            )
        )
    changed = {}
    for claim_id, limits in found.items():
        target = _target(loaded, claim_id, limits)
        if target is not None:
            changed[claim_id] = {"target": target}
    return changed


def _target(
    loaded: Any, claim_id: str, limits: Mapping[str, float | None]
) -> dict[str, Any] | None:
    """Return the new target of a claim; None if it stays the same."""
    claim = loaded.scenario.claims[claim_id]
    now = {key: getattr(claim.target, key) for key in ("value", "min", "max")}
    given = {key: None if one is None else one.value for key, one in now.items()}
    wanted = dict(limits)
    if "value" not in limits and given["value"] is not None:
        # a run's sheet has the limits that follow from one number and its tolerance
        least, most = claim.limits()
        if wanted["max"] is None or wanted["max"] >= most * (1 - 1e-9):
            wanted = {"value": wanted["min"], "min": None, "max": None}
            given = {"value": least, "min": None, "max": None}
    wanted = {key: wanted.get(key) for key in given}
    if all(_same(wanted[key], given[key]) for key in given):
        return None
    held = loaded.resolved["claims"][claim_id]["target"]
    old = dict.fromkeys(held) if isinstance(held, Mapping) else {}
    unit = str(loaded.scenario.quantities[claim.quantity or claim_id].unit)
    new = {
        key: _quantity(value, unit)
        for key, value in wanted.items()
        if value is not None
    }
    return {**old, **new}  # what is not said anew is removed with ~


def _same(one: float | None, other: float | None) -> bool:
    """Tell whether two limits are the same; no least is a least of nothing."""
    one, other = one or 0.0, other or 0.0
    return abs(one - other) <= 1e-9 * max(1.0, abs(other))


def _quantity(value: float, unit: str) -> str:
    """Write a quantity so that it is read as it is meant."""
    from scenarios.quantity import Quantity, parse_quantity

    dimension = parse_quantity(f"1 {unit}").dimension
    return str(Quantity(value, unit, dimension))


def _relative(base: Path, folder: Path) -> str:
    """Return the way from a folder to the base."""
    import os

    return Path(os.path.relpath(base.resolve(), folder.resolve())).as_posix()


def _write(data: Mapping[str, Any], out: Path) -> None:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.default_flow_style = False
    yaml.representer.add_representer(type(None), _tilde)
    with out.open("w", encoding="utf-8") as file:
        yaml.dump(dict(data), file)


def _tilde(representer: Any, _: None) -> Any:
    """Write ``~``, with which a scenario removes a key."""
    return representer.represent_scalar("tag:yaml.org,2002:null", "~")
