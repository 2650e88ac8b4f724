import pytest

from scenarios.catalogue import programmes, provinces, shipped, shipped_names
from scenarios.load import load_scenario


def test_finds_every_shipped_file_by_its_name() -> None:
    assert "novex-2022.yaml" in shipped_names()
    for name in shipped_names():
        assert shipped(name).is_file()


def test_names_provinces_and_programmes() -> None:
    assert "zeeland" in provinces()
    assert "res" in programmes()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("provinces/zeland.yaml", "did you mean 'provinces/zeeland.yaml'"),
        ("load.py", "no scenario file 'load.py' ships with puzzel"),
        ("provinces", "no scenario file"),
    ],
)
def test_says_that_a_file_does_not_ship(name: str, hint: str) -> None:
    with pytest.raises(FileNotFoundError, match=hint):
        shipped(name)


@pytest.mark.parametrize("name", ["demo/base.yaml", "demo/green.yaml"])
def test_the_demo_is_right_as_it_ships(name: str) -> None:
    assert load_scenario(shipped(name)).scenario.province == "puzzelland"
