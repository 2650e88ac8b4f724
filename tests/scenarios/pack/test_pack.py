"""Pack here, unpack there: the same scenario, the same plan, and nothing else."""

import json
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from grids.archive import ArchiveError
from scenarios.faults import ScenarioError
from scenarios.inputs import inputs_of
from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.pack.layout import PackError
from scenarios.pack.read import ExistsError, unpack
from scenarios.pack.write import MANIFEST, pack_run, pack_scenario
from scenarios.run import Outcome, run_scenario
from tests.small_project import SmallProject, small_project


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallProject]:
    """A project with a run, and with data and a parent that lie elsewhere."""
    folder = tmp_path_factory.mktemp("there")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUZZEL_FOLDERS", str(folder))
        yield _made(folder)


def _made(folder: Path) -> SmallProject:
    project = small_project(folder / "a b" / "project")
    for number, name in enumerate(("nature.gpkg", "towns.gpkg")):
        (folder / f"gis{number}").mkdir()
        shutil.move(project.file(name), folder / f"gis{number}" / "same.gpkg")
    text = project.scenario.read_text("utf-8")
    away = (folder / "gis0" / "same.gpkg").as_posix()
    text = text.replace("data/nature.gpkg", json.dumps(away))
    text = text.replace("data/towns.gpkg", "../../gis1/same.gpkg  ")
    (folder / "shared").mkdir()
    (folder / "shared" / "base.yaml").write_text(
        text.replace("data/", "../a b/project/data/"), encoding="utf-8"
    )
    project.scenario.write_text(
        "# mine\nextends: ../../shared/base.yaml\nname: Small\n", encoding="utf-8"
    )
    text = (folder / "shared" / "base.yaml").read_text("utf-8")
    fixed = text.replace("../../gis1", "../gis1")
    (folder / "shared" / "base.yaml").write_text(fixed, encoding="utf-8")
    _run(project.scenario)
    return project


def _run(scenario: Path) -> Outcome:
    loaded = load_scenario(scenario)
    return run_scenario(loaded, Options(scenario.parent / "runs", "en"))


def _bytes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_scenario_with_its_run_is_known_again_elsewhere(
    tmp_path: Path, there: SmallProject
) -> None:
    archive = tmp_path / "small.zip"
    packed = pack_scenario(there.scenario, archive)
    assert packed.run is not None
    came = unpack(archive, tmp_path / "here")
    assert came.same
    assert came.hash == inputs_of(load_scenario(there.scenario)).whole
    again = _run(came.scenario)
    assert again.reused
    assert again.folder == came.run
    first = there.folder / packed.run
    changed = {
        name
        for name in _bytes(first)
        if _bytes(first)[name] != _bytes(again.folder)[name]
    }
    assert changed == {"scenario.resolved.yaml"}  # it has the places of files
    resolved = load_scenario(again.folder / "scenario.resolved.yaml", folders=())
    assert inputs_of(resolved).whole == came.hash
    whole = b"".join(path.read_bytes() for path in (tmp_path / "here").rglob("*.yaml"))
    assert str(there.folder.parent).encode() not in whole


def test_without_its_run_the_plan_is_the_same_bit_for_bit(
    tmp_path: Path, there: SmallProject
) -> None:
    archive = tmp_path / "small.zip"
    packed = pack_scenario(there.scenario, archive)
    came = unpack(archive, tmp_path / "here")
    shutil.rmtree(tmp_path / "here" / "runs")
    again = _run(came.scenario)
    assert not again.reused
    assert packed.run is not None
    first = there.folder / packed.run
    for name in ("cells.nc", "instance.nc"):
        assert (again.folder / name).read_bytes() == (first / name).read_bytes()
    assert _explained(again.folder) == _explained(first)
    assert again.document["provenance"]["hash"] == packed.hash


def _explained(run: Path) -> dict[str, Any]:
    """What a run says of itself, but for the time that it took."""
    found: dict[str, Any] = json.loads((run / "explain.json").read_text("utf-8"))
    del found["fit"]["seconds"]
    return found


def test_equal_files_give_equal_archives_by_scenario_or_by_run(
    tmp_path: Path, there: SmallProject
) -> None:
    one, other = tmp_path / "1.zip", tmp_path / "2.zip"
    packed = pack_scenario(there.scenario, one)
    assert packed.run is not None
    assert pack_run(there.folder / packed.run, other) == packed
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as file:
        names = file.namelist()
    assert {name for name in names if not name.startswith("runs/")} == {
        *("small.yaml", "outside/1/same.gpkg", "outside/2/same.gpkg"),
        *("outside/3/base.yaml", "data/provinces.gpkg", "data/municipalities.gpkg"),
        *("data/elevation.tif", "data/stations.gpkg", MANIFEST),
    }


def test_a_run_whose_scenario_is_gone_brings_its_own(
    tmp_path: Path, there: SmallProject
) -> None:
    packed = pack_scenario(there.scenario, tmp_path / "1.zip")
    assert packed.run is not None
    moved = tmp_path / "elsewhere" / "runs" / Path(packed.run).name
    shutil.copytree(there.folder / packed.run, moved)
    alone = pack_run(moved, tmp_path / "2.zip")
    came = unpack(tmp_path / "2.zip", tmp_path / "here")
    assert (alone.hash, came.same) == (packed.hash, True)
    assert came.scenario.name == "small.yaml"
    assert _run(came.scenario).reused
    shutil.rmtree(tmp_path / "here" / "runs")
    plans = [
        (folder / "cells.nc").read_bytes()
        for folder in (_run(came.scenario).folder, moved)
    ]
    assert plans[0] == plans[1]


def test_comments_of_the_author_stay(tmp_path: Path, there: SmallProject) -> None:
    pack_scenario(there.scenario, tmp_path / "1.zip")
    came = unpack(tmp_path / "1.zip", tmp_path / "here")
    text = came.scenario.read_text("utf-8")
    assert text == '# mine\nextends: "outside/3/base.yaml"\nname: Small\n'


def test_data_that_changed_since_the_run_are_told(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    run = _run(project.scenario).folder
    file = project.file("nature.gpkg")
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(PackError, match="changed since; run the scenario again"):
        pack_run(run, tmp_path / "1.zip")
    assert pack_scenario(project.scenario, tmp_path / "1.zip").run is None
    file.unlink()
    with pytest.raises(PackError, match=r"layers\.natura2000 must be there"):
        pack_scenario(project.scenario, tmp_path / "2.zip")
    assert not (tmp_path / "2.zip").exists()


def test_data_that_are_elsewhere_are_not_packed(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    vrt = project.file("elevation.vrt")
    vrt.write_text("<VRTDataset/>")
    scenario = project.with_whole("data/elevation.tif", "data/elevation.vrt")
    with pytest.raises(PackError, match=r"elevation\.vrt names other files"):
        pack_scenario(scenario, tmp_path / "1.zip")


def test_what_is_there_is_not_overwritten(tmp_path: Path, there: SmallProject) -> None:
    archive, here = tmp_path / "1.zip", tmp_path / "here"
    pack_scenario(there.scenario, archive)
    here.mkdir()
    (here / "small.yaml").write_text("mine")
    (here / "other.txt").write_text("mine")
    with pytest.raises(ExistsError):
        unpack(archive, here)
    assert (here / "small.yaml").read_text() == "mine"
    assert unpack(archive, here, force=True).same
    assert (here / "other.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.zip", "here"]


def test_links_in_the_folder_are_not_followed(
    tmp_path: Path, there: SmallProject
) -> None:
    archive, here = tmp_path / "1.zip", tmp_path / "here"
    pack_scenario(there.scenario, archive)
    here.mkdir()
    (tmp_path / "precious").mkdir()
    (here / "data").symlink_to(tmp_path / "precious")
    with pytest.raises(PackError, match="no links on the way to data/"):
        unpack(archive, here, force=True)
    assert list((tmp_path / "precious").iterdir()) == []
    assert [path.name for path in here.iterdir()] == ["data"]


def _forged(
    archive: Path, target: Path, change: Callable[[dict[str, bytes]], None]
) -> Path:
    """Change the files of an archive, and sign them as a forger would."""
    with ZipFile(archive) as file:
        held = {name: file.read(name) for name in file.namelist()}
    told: dict[str, Any] = json.loads(held.pop(MANIFEST))
    change(held)
    told["files"] = {name: sha256(body).hexdigest() for name, body in held.items()}
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, body in held.items():
            file.writestr(name, body)
        file.writestr(MANIFEST, json.dumps(told))
    return target


def _replace(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(held: dict[str, bytes]) -> None:
        text = held["outside/3/base.yaml"]
        assert old in text
        held["outside/3/base.yaml"] = text.replace(old, new)

    return change


def _vrt(held: dict[str, bytes]) -> None:
    held["data/stations.gpkg"] = b"<OGRVRTDataSource><SrcDataSource>/etc/passwd"


@pytest.mark.parametrize(
    "change",
    [
        _replace(b"../../data/stations.gpkg", b"/etc/passwd"),
        _replace(b"../../data/stations.gpkg", b"../../../../secret.gpkg"),
        _replace(b"../../data/stations.gpkg", b"https://example.org/x.gpkg"),
        _replace(b"../../data/stations.gpkg", b"/vsicurl/https://example.org/x.gpkg"),
        _replace(b"../../data/stations.gpkg", b"../../data/stations.vrt"),
        _vrt,
    ],
    ids=["absolute", "above", "web", "vsi", "vrt", "vrt inside"],
)
def test_a_scenario_that_names_files_outside_is_refused(
    tmp_path: Path,
    there: SmallProject,
    change: Callable[[dict[str, bytes]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # what the user allows is for scenarios of their own
    monkeypatch.setenv("PUZZEL_FOLDERS", tmp_path.anchor)
    pack_scenario(there.scenario, tmp_path / "1.zip")
    forged = _forged(tmp_path / "1.zip", tmp_path / "2.zip", change)
    with pytest.raises(PackError, match="must name files of the archive only"):
        unpack(forged, tmp_path / "here")
    assert not (tmp_path / "here").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.zip", "2.zip"]


def test_what_is_no_packed_scenario_is_told(
    tmp_path: Path, there: SmallProject
) -> None:
    good, bad = tmp_path / "1.zip", tmp_path / "2.zip"
    pack_scenario(there.scenario, good)
    with ZipFile(bad, "w") as file:
        file.writestr("a.txt", "hello")
    with pytest.raises(PackError, match=r"no pack\.json of this version"):
        unpack(bad, tmp_path / "here")
    bad.write_bytes(good.read_bytes()[:-300])
    with pytest.raises(ArchiveError, match="sound ZIP"):
        unpack(bad, tmp_path / "here")
    with ZipFile(good) as old, ZipFile(bad, "w") as new:
        for name in old.namelist():
            more = b" " if name == "small.yaml" else b""
            new.writestr(name, old.read(name) + more)
    with pytest.raises(PackError, match=r"small\.yaml is another"):
        unpack(bad, tmp_path / "here")
    broken = _forged(good, bad, lambda held: held.update({"small.yaml": b"claims: 3"}))
    with pytest.raises(ScenarioError):
        unpack(broken, tmp_path / "here")
    with pytest.raises(FileNotFoundError):
        unpack(tmp_path / "none.zip", tmp_path / "here")
    assert not (tmp_path / "here").exists()
