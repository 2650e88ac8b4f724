import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from grids.layers import Province
from scenarios.load import LoadedScenario, load_scenario
from scenarios.province import make_province
from scenarios.run import Options, run_scenario
from scenarios.solve_settings import with_solve
from scenarios.translation.problem import translate
from solver.compile import to_instance

HERE = Path(__file__).parent
VERIFY = HERE.parents[2] / "shared" / "checks" / "verify_result.py"


def _province(cell: str) -> Province:
    return make_province(load_scenario(HERE / f"zeeland-{cell}.yaml"))


def _solved(cell: str, runs: Path) -> Path:
    loaded = load_scenario(HERE / f"zeeland-{cell}.yaml")
    loaded = with_solve(loaded, engine="exact", gap="1 %", time_limit="5 min")
    outcome = run_scenario(loaded, Options(runs))
    document = outcome.document
    assert document["status"] == "optimal"
    assert document["gap"] <= 0.01
    homes = next(claim for claim in document["claims"] if claim["id"] == "homes")
    assert homes["achieved"] >= 16_500 * (1 - 1e-6)
    lacking = {
        rule["id"] for rule in document["rules"] if rule["reason_code"] == "layer"
    }
    # soil and groundwater have no geometry in these data
    assert {"wbs-peat-water-table", "wbs-salinising"} <= lacking
    reach = {rule["rule"]: rule["covered"] for rule in document["coverage"]}
    assert set(reach) == {"gezond-green-within-3km", "geluid-quiet-nearby"}
    assert all(covered > 0 for covered in reach.values())
    assert json.loads((outcome.folder / "run.json").read_text())["assumed"]
    return outcome.folder


def _without_edges(loaded: LoadedScenario) -> LoadedScenario:
    """Switch rules off that let cells see their neighbours."""
    rules = dict(loaded.scenario.rules)
    for name in ("res-clustering", "werklocaties-clutter"):
        rules[name] = rules[name].model_copy(update={"enabled": False})
    scenario = loaded.scenario.model_copy(update={"rules": rules})
    return replace(loaded, scenario=scenario)


def _verify(folder: Path) -> None:
    if not VERIFY.is_file():
        pytest.skip(f"checker of the shared material is not there ({VERIFY})")
    files = [str(folder / name) for name in ("instance.nc", "result.nc")]
    said = subprocess.run(
        [sys.executable, str(VERIFY), *files], capture_output=True, text=True
    )
    assert said.stdout.split()[-1] == "LEGAL", said.stdout + said.stderr


def test_zeeland_at_500_m_is_solved_and_legal(
    shared_data: Path, tmp_path: Path
) -> None:
    assert shared_data.is_dir()
    _verify(_solved("500m", tmp_path))


@pytest.mark.slow
def test_zeeland_at_250_m_is_solved_and_legal(
    shared_data: Path, tmp_path: Path
) -> None:
    assert shared_data.is_dir()
    _verify(_solved("250m", tmp_path))


@pytest.mark.slow
def test_zeeland_at_100_m_is_solved_to_a_ten_thousandth_and_legal(
    shared_data: Path, tmp_path: Path
) -> None:
    assert shared_data.is_dir()
    loaded = _without_edges(load_scenario(HERE / "zeeland-100m.yaml"))
    loaded = with_solve(loaded, engine="auto", gap="0.01 %", time_limit="10 min")
    outcome = run_scenario(loaded, Options(tmp_path))
    assert outcome.document["engine"] == "prices"
    assert outcome.document["gap"] <= 1e-4
    _verify(outcome.folder)


@pytest.mark.slow
def test_zeeland_at_100_m_is_a_plan_of_patches_within_a_hundredth(
    shared_data: Path, tmp_path: Path
) -> None:
    assert shared_data.is_dir()
    loaded = load_scenario(HERE / "zeeland-100m-compact.yaml")
    outcome = run_scenario(loaded, Options(tmp_path))
    assert outcome.document["engine"] == "compact"
    assert outcome.document["gap"] <= 1e-2
    _verify(outcome.folder)


@pytest.mark.slow
def test_zeeland_at_100_m_is_built(shared_data: Path) -> None:
    assert shared_data.is_dir()
    loaded = load_scenario(HERE / "zeeland-100m.yaml")
    province = _province("100m")
    assert province.grid.n_cells == 183_904
    # 1,838.5 km2 of land in the figures that come with the boundaries
    assert province.grid.n_cells * 0.01 == pytest.approx(1_838.5, rel=1e-3)
    instance = to_instance(translate(loaded, province).problem)
    assert instance.n_cells == 183_904
