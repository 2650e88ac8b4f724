"""A run folder as ``scenarios`` writes it, with an organic province of any size."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, label

from grids.dataset import write_province
from grids.grid import Frame, Grid
from grids.layers import Layer, Origin, Province

USES = (
    ("none", "blijft zoals het is", "stays as it is", None),
    ("housing", "wonen", "housing", "#ffff00"),
    ("business_park", "bedrijventerrein", "business park", "#b45fd2"),
    ("forest", "bos", "forest", "#64aa2d"),
    ("solar_ground", "zonnepark", "solar park", "#f58220"),
    ("water_storage", "waterberging", "water storage", "#5aa5d7"),
    ("nature", "natuur", "nature", "#82a591"),
    ("recreation_green", "recreatiegroen", "recreation green", "#b9d746"),
    ("defence_exercise", "militair oefenterrein", "military exercise area", "#dc9b78"),
    ("solar_on_storage", "zon op waterberging", "solar on storage", None),
)
"""Id, Dutch, English and colour of the uses."""

NAMES = (
    *("Aalburg", "Bergeijk", "Cuijk", "Duiven", "Elst", "Fijnaart", "Gemert"),
    *("Heusden", "IJzendijke", "Joure", "Kamerik", "Lochem", "Markelo", "Nijkerk"),
)
"""Names of municipalities."""

CURRENT = ("farmland", "grassland", "forest", "water", "built_up", "nature")
"""Names of today's uses."""


@dataclass(frozen=True)
class Size:
    """How large a made-up run is."""

    rows: int = 30
    cols: int = 40
    n_uses: int = 5
    zones: int = 3
    cell_m: int = 100


def make_run(
    folder: Path, size: Size | None = None, seed: int = 1, **changes: Any
) -> Path:
    """Write a run folder and return it; ``changes`` replace keys of the document."""
    size = size or Size()
    folder.mkdir(parents=True, exist_ok=True)
    province = make_province(size, seed)
    write_province(province, folder / "cells.nc")
    document = make_document(province, size) | changes
    (folder / "run.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def make_province(size: Size, seed: int = 1) -> Province:
    """Return a province with a coast, towns, and uses in clumps."""
    rng = np.random.default_rng(7)
    grid = _grid(size, rng)
    current = _current(size, grid, rng)
    zone = _zones(size, grid, rng)
    share = rng.uniform(0.3, 1, grid.n_cells)
    available = (share * grid.cell_area_ha).astype(np.float32)
    available[np.isin(current, (3, 4))] = 0
    use = _uses(size, grid, available > 0, np.random.default_rng(seed))
    layers = [
        _codes("allocation", "class", use, [row[0] for row in USES[: size.n_uses]]),
        _codes("municipality", "zone", zone, NAMES[: size.zones]),
        _codes("current_use", "class", current, CURRENT),
    ]
    by_name = {layer.name: layer for layer in layers}
    return Province("puzzelland", grid, by_name, available)


def make_document(province: Province, size: Size) -> dict[str, Any]:
    """Return what ``run.json`` says of the province."""
    use = province.layers["allocation"].values
    area = np.bincount(use, province.available_ha.astype(float), minlength=size.n_uses)
    uses = [
        {
            "id": row[0],
            "label": {"nl": row[1], "en": row[2]},
            "colour": row[3],
            "ha": round(float(ha), 3),
            "parts": ["solar_ground", "water_storage"] if "_on_" in row[0] else [],
        }
        for row, ha in zip(USES[: size.n_uses], area, strict=True)
    ]
    return {
        "name": "Puzzelland, meer bos",
        "description": {
            "nl": "Een verzonnen provincie.",
            "en": "An invented province.",
        },
        "province": "puzzelland",
        "status": "feasible",
        "objective": 12345.6,
        "bound": 12400.1,
        "gap": 0.0044,
        "seconds": {"grid": 1.5, "solve": 20.25},
        "engine": "prices",
        "cell_m": size.cell_m,
        "uses": uses,
        "claims": [_claim("homes", 100.0, None), _claim("power", None, 400.0)],
        "rules": [_rule("wbs-deep-polders", True), _rule("res-solar-ladder", False)],
        "layers": [_facts("current_use", False), _facts("municipality", True)],
        "assumed": [
            {
                "path": "uses.housing.provides.homes",
                "value": 35,
                "unit": "homes/ha",
                "reason": "tussen 25 en 60",
            },
        ],
        "supplies": [
            {
                "id": "roofs",
                "label": {"nl": "zon op dak", "en": "solar on roofs"},
                "unit": "MWp",
                "amount": 150.5,
                "cap": 200.0,
            },
        ],
        "indicators": [
            {
                "id": "jobs-near-homes",
                "label": {"nl": "werk dichtbij", "en": "work nearby"},
                "unit": "%",
                "value": 62.5,
            },
            {"id": "lost", "label": None, "unit": "ha", "value": None},
        ],
        "price_kind": "relaxation: fractions of cells allowed",
        "run_dir": "runs/puzzelland-meer-bos-12345678",
        "versions": {"python": "3.11.7", "ruimtepuzzel": "0.1.0"},
        "provenance": {
            "inputs": [{"file": "soil.tif", "sha256": "ab" * 32}],
            "seed": 1,
            "platform": "Linux",
            "created": "2026-11-23T10:00:00+0000",
        },
    }


def _claim(name: str, least: float | None, most: float | None) -> dict[str, Any]:
    return {
        "id": name,
        "label": {"nl": f"claim {name}", "en": f"claim {name}"},
        "unit": "homes",
        "min": least,
        "max": most,
        "achieved": 98.5,
        "shortfall": 1.5 if least else 0.0,
        "price": 2.25,
        "zone": None,
    }


def _rule(name: str, applied: bool) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "share",
        "hardness": "hard",
        "applied": applied,
        "reason": None if applied else "laag 'noise' ontbreekt",
        "violated": 0.0,
        "price": None,
        "label": {"nl": f"regel {name}", "en": f"rule {name}"},
        "quote": "=5-10% van de diepe polders",
        "statements": ["wbs-1", "wbs-2"],
        "section": "Water en Bodem Sturend",
    }


def _facts(name: str, invented: bool) -> dict[str, Any]:
    return {
        "name": name,
        "kind": "class",
        "unit": "1",
        "source": f"CBS {name}",
        "date": "2023-01",
        "licence": "CC-BY-4.0",
        "invented": invented,
        "note": "",
    }


def _codes(name: str, kind: Any, values: NDArray[Any], names: Any) -> Layer:
    origin = Origin(f"CBS {name}", "2023-01", "CC-BY-4.0", invented=True)
    labels = dict(enumerate(names))
    return Layer(name, kind, values.astype(np.int32), "1", origin, labels)


def _noise(size: Size, rng: Any, width: float) -> NDArray[np.float64]:
    blurred = gaussian_filter(rng.normal(size=(size.rows, size.cols)), width)
    return np.asarray(blurred / blurred.std())


def _grid(size: Size, rng: Any) -> Grid:
    y, x = np.mgrid[-1 : 1 : size.rows * 1j, -1 : 1 : size.cols * 1j]
    hilly = _noise(size, rng, min(size.rows, size.cols) / 12)
    land = np.pad((x**2 + y**2 + 0.12 * hilly < 0.78)[1:-1, 1:-1], 1)
    parts, _ = label(land)
    largest = np.bincount(parts[land]).argmax()
    frame = Frame(size.cell_m, 100_000, 450_000, size.rows, size.cols)
    return Grid(
        frame, (parts == largest) | (land & (np.bincount(parts.ravel())[parts] > 30))
    )


def _current(size: Size, grid: Grid, rng: Any) -> NDArray[Any]:
    scale = max(1.5, min(size.rows, size.cols) / 40)
    soil, wet, towns = (_noise(size, rng, scale * k) for k in (2, 1.5, 1))
    plane = np.where(soil > 0, 0, 1)
    plane = np.where(soil > 1.3, 2, plane)
    plane = np.where(soil < -1.6, 5, plane)
    plane = np.where(np.abs(wet) < 0.03, 3, plane)
    return grid.from_plane(np.where(towns > 1.75, 4, plane))


def _zones(size: Size, grid: Grid, rng: Any) -> NDArray[Any]:
    seeds = rng.choice(grid.n_cells, size.zones, replace=False)
    bend = 0.06 * min(size.rows, size.cols) * _noise(size, rng, size.rows / 15)
    row, col = grid.row + grid.from_plane(bend), grid.col
    far = (row[:, None] - row[seeds]) ** 2 + (col[:, None] - col[seeds]) ** 2
    return np.asarray(far.argmin(axis=1))


def _uses(size: Size, grid: Grid, free: NDArray[np.bool_], rng: Any) -> NDArray[Any]:
    scale = max(1.0, min(size.rows, size.cols) / 80)
    use = np.zeros(grid.n_cells, np.int32)
    for code in range(1, size.n_uses):
        field = _noise(size, rng, scale * rng.uniform(0.7, 2.2))
        best = grid.from_plane(field) > 1.95
        use[best & free & (use == 0)] = code
    return use
