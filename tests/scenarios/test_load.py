from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.load import load_scenario
from scenarios.schema.rules.land import Exclusion
from tests.scenarios.conftest import Load

Faults = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "a.yaml:2:5: a text with a colon must stand between quotes"),
        (
            "name: x\nname: y",
            "a.yaml:3:1: name is given twice, first in line 2; keep one",
        ),
        (
            "claims: {homes: {targt: 5 homes}}",
            "a.yaml:2:18: claims.homes: unknown key 'targt', did you mean 'target'?",
        ),
        ("extend: x", "a.yaml:2:1: the file: unknown key 'extend', did you mean"),
        (
            "rules:\n  quiet-land: {wher: a}",
            "a.yaml:3:16: rules.quiet-land: unknown key 'wher', did you mean 'where'?",
        ),
        (
            "claims: {homes: {target: 5 ha}}",
            "a.yaml:2:26: claims.homes.target must be in homes, got '5 ha'",
        ),
        (
            "claims: {homes: {target: 16500}}",
            "a.yaml:2:26: claims.homes.target must be in homes, got 16500",
        ),
        (
            "claims: {homes: {target: {min: 5 ha}}}",
            "a.yaml:2:32: claims.homes.target.min must be in homes, got '5 ha'",
        ),
        (
            "grid: {cell: 100 homes}",
            "a.yaml:2:14: grid.cell must be in m or km, got '100 homes'",
        ),
        (
            "grid: {cell: 70 m}",
            "a.yaml:2:14: grid.cell must be 25 m, 50 m, 100 m, 250 m or 500 m, "
            "got '70 m'",
        ),
        (
            "claims:\n  homes:\n    target: 0,4 homes",
            "a.yaml:4:13: claims.homes.target must have a decimal point, "
            "got '0,4 homes'; use a point: 0.4 homes",
        ),
        (
            "claims: {homes: {target: -5}}",
            "a.yaml:2:26: claims.homes.target must be > 0, got -5",
        ),
        (
            "claims: {homes: {target: -5 homes}}",
            "a.yaml:2:26: claims.homes.target must be > 0, got '-5 homes'",
        ),
        (
            "claims: {homes: {target: {min: 9 homes, max: 5 homes}}}",
            "a.yaml:2:26: claims.homes.target must have min <= max, "
            "got '9 homes' > '5 homes'",
        ),
        (
            "claims: {homes: {per: municipality, zone: {layer: built_up, name: x}}}",
            "a.yaml:2:17: claims.homes must have either per or zone, got both; "
            "remove one with ~",
        ),
        (
            "claims: {homes: {shortfall: {allowed: true}}}",
            "a.yaml:2:29: claims.homes.shortfall must have 'price' "
            "because of 'allowed: true'",
        ),
        (
            "claims: {homes: {shortfall: {allowed: true, price: 5 points/ha}}}",
            "a.yaml:2:52: claims.homes.shortfall.price must be in points/homes, "
            "got '5 points/ha'",
        ),
        (
            "claims: {hmes: {target: 5 homes}}",
            "a.yaml:2:10: claims.hmes: unknown quantity 'hmes', did you mean 'homes'?",
        ),
        (
            "claims: {more: {quantity: home, target: 5 homes}}",
            "a.yaml:2:27: claims.more.quantity: unknown quantity 'home', "
            "did you mean 'homes'?",
        ),
        (
            "rules: {quiet-land: {uses: [housng]}}",
            "a.yaml:2:29: rules.quiet-land.uses[0]: unknown use 'housng', "
            "did you mean 'housing'?",
        ),
        (
            "rules: {quiet-lnd: {enabled: false}}",
            "a.yaml:2:9: rules: unknown rule 'quiet-lnd', did you mean 'quiet-land'?",
        ),
        (
            "rules: {zzz: {enabled: false}}",
            "a.yaml:2:9: rules: unknown rule 'zzz'; a new rule must have a kind",
        ),
        (
            "rules: {x: {kind: exclsion}}",
            "a.yaml:2:19: rules.x.kind must be exclusion, suitability,",
        ),
        (
            "rules: {quiet-land: {kind: suitability}}",
            "a.yaml:2:28: rules.quiet-land.kind must stay 'exclusion' as in "
            "base.yaml:15:22, got 'suitability'; give the rule another id",
        ),
        (
            "rules: {quiet-lnd: ~}",
            "a.yaml:2:9: rules: nothing named 'quiet-lnd' to remove, "
            "did you mean 'quiet-land'?",
        ),
        (
            "rules: {quiet-land: {hardness: soft}}",
            "a.yaml:2:21: rules.quiet-land must have 'price' "
            "because of 'hardness: soft'",
        ),
        (
            "rules: {quiet-land: {hardness: soft, price: 5 points/homes}}",
            "a.yaml:2:45: rules.quiet-land.price must be in points/ha, points/km2 or "
            "points/m2, got '5 points/homes'",
        ),
        (
            "rules: {quiet-land: {where: quite_area > 1}}",
            "a.yaml:2:29: rules.quiet-land.where: unknown layer 'quite_area', "
            "did you mean 'quiet_area'?",
        ),
        (
            "rules: {quiet-land: {where: 'quiet_area >'}}",
            "a.yaml:2:29: rules.quiet-land.where must be an expression over layers:",
        ),
        (
            "municipality: municipalty",
            "a.yaml:2:15: municipality: unknown layer 'municipalty', "
            "did you mean 'municipality'?",
        ),
        (
            "compactness: {housin: 0.5}",
            "a.yaml:2:14: compactness: unknown use 'housin', did you mean 'housing'?",
        ),
        (
            "groups: {built: [housing, hosing]}",
            "a.yaml:2:27: groups.built[1]: unknown use 'hosing', did you mean",
        ),
        (
            "groups: {housing: [solar]}",
            "a.yaml:2:10: groups.housing must have another name than the use 'housing'",
        ),
        (
            "supplies: {roofs: {quantity: power, cap: 5 homes}}",
            "a.yaml:2:42: supplies.roofs.cap must be in MWp, GWp or kWp, got '5 homes'",
        ),
        (
            "supplies: {roofs: {quantity: pwer, cap: 5 MWp}}",
            "a.yaml:2:30: supplies.roofs.quantity: unknown quantity 'pwer', did you",
        ),
        (
            "uses: {housing: {provides: {homes: 35 homes}}}",
            "a.yaml:2:36: uses.housing.provides.homes must be in homes/ha, "
            "got '35 homes'",
        ),
        (
            "uses: {housing: {provides: {homes: {value: 35, assumed: true}}}}",
            "a.yaml:2:36: uses.housing.provides.homes is assumed, "
            "so it must have a reason",
        ),
        (
            "uses: {Housing: {}}",
            "a.yaml:2:8: uses.Housing must look like 'water_storage', got 'Housing'",
        ),
        (
            "uses: {housing: {colour: red}}",
            "a.yaml:2:26: uses.housing.colour must look like '#ffff00', got 'red'",
        ),
        (
            "uses: {housing: {label: {nl: wonen}}}",
            "a.yaml:2:25: uses.housing.label.en must be given",
        ),
        (
            "uses: {housing: {label: {nl: wonen, werken, en: living}}}",
            "a.yaml:2:37: uses.housing.label: unknown key 'werken' without a value; "
            "a text with a comma must stand between quotes",
        ),
        ("rules: 5", "a.yaml:2:8: rules must be a mapping of keys, got 5"),
        ("groups: {built: housing}", "a.yaml:2:17: groups.built must be a list, got"),
        ("groups: {built: []}", "a.yaml:2:17: groups.built must have at least 1"),
        ("solve: {seed: 1.5}", "a.yaml:2:15: solve.seed must be a whole number, got"),
        ("solve: {gap: 150 %}", "a.yaml:2:14: solve.gap must be <= 1, got '150 %'"),
        (
            "solve: {engine: magic}",
            "a.yaml:2:17: solve.engine must be auto, ",
        ),
        ("name: 5", "a.yaml:2:7: name must be text, got 5; put it between quotes"),
        ("name: ''", "a.yaml:2:7: name must not be empty"),
        ("schema: 2", "a.yaml:2:9: schema must be 1, got 2"),
        (
            "province: zeeland",
            "a.yaml:2:11: area must be given for province 'zeeland'; "
            "only puzzelland needs none",
        ),
    ],
)
def test_says_what_is_wrong_and_where(faults: Faults, text: str, expected: str) -> None:
    lines = faults(text)
    assert len(lines) == 1
    assert lines[0].startswith(expected)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("kind: share, uses: [built]", "rules.x must have a value, a min or a max"),
        (
            "kind: share, uses: [built], min: 20 %, max: 10 %",
            "rules.x must have min <= max, got '20 %' > '10 %'",
        ),
        (
            "kind: share, uses: [built], min: 20 ha",
            "rules.x.min must be in a plain number or %, got '20 ha'",
        ),
        (
            "kind: budget, load: {solar: 1 MWp/ha}, unit: MW, capacity: 5 MW",
            "rules.x.load.solar must be in MW/ha, GW/ha or kW/ha, got '1 MWp/ha'",
        ),
        (
            "kind: budget, load: {solr: 1 MW/ha}, unit: MW, capacity: 5 MW",
            "rules.x.load.solr: unknown use 'solr', did you mean 'solar'?",
        ),
        (
            "kind: budget, load: {solar: 1 MW/ha}, unit: MW, capacity: 5 ha",
            "rules.x.capacity must be in MW, GW or kW, got '5 ha'",
        ),
        (
            "kind: budget, load: {solar: 1 MW/ha}, unit: MW, capacity: station_cpacity",
            "rules.x.capacity: unknown layer 'station_cpacity', did you mean",
        ),
        (
            "kind: budget, load: {solar: 1 MW/ha}, unit: mw, capacity: 5 MW",
            "rules.x.unit must have a unit of the list, got 'mw', did you mean 'MW'?",
        ),
        (
            "kind: coupling, quantity: forest, at_least: 75, of: homes",
            "rules.x.at_least must be in ha/homes, km2/homes or m2/homes, got 75",
        ),
        (
            "kind: coupling, quantity: forst, at_least: 75 m2/homes, of: homes",
            "rules.x.quantity: unknown quantity 'forst', did you mean 'forest'?",
        ),
        (
            "kind: preference, uses: [solar], rungs: []",
            "rules.x.rungs must have at least 1 entries, got 0",
        ),
        (
            "kind: preference, uses: [solar], rungs: "
            "[{where: '', points: 1 points/ha}]",
            "rules.x.rungs[0].where must not be empty",
        ),
        (
            "kind: preference, uses: [solar], rungs: [{points: 1 points/ha}, "
            "{points: 0 points/ha}]",
            "rules.x must have a where; only the last rung may hold everywhere",
        ),
        (
            "kind: designation, uses: [solar], where: built_up, status: preferred",
            "rules.x must have 'points' because of 'status: preferred'",
        ),
        (
            "kind: designation, uses: [solar, housing], where: built_up, status: fixed",
            "rules.x.uses must be one use because of 'status: fixed', got 2",
        ),
        (
            "kind: combination, use: both, of: [solar, huosing]",
            "rules.x.of[1]: unknown use 'huosing', did you mean 'housing'?",
        ),
        (
            "kind: combination, use: both, of: [solar, solar]",
            "rules.x.of must name different uses, got 'solar' twice",
        ),
        (
            "kind: combination, use: both, of: [solar, housing], credit: {forest: 1}",
            "rules.x.credit.forest must name a use of 'of', got 'forest'",
        ),
        (
            "kind: combination, use: all, of: [solar, housing, solar]",
            "rules.x.of must name different uses, got 'solar' twice",
        ),
        (
            "kind: combination, use: both, of: [solar, housing], suits_as: forest",
            "rules.x.suits_as must name a use of 'of', got 'forest'",
        ),
        (
            "kind: suitability, uses: [solar], layer: built_up, points: 1 points/ha, "
            "curve: {linear: {0: '0,4'}}",
            "rules.x.curve.linear[0] must have a decimal point, got '0,4'; "
            "use a point: 0.4",
        ),
        (
            "kind: suitability, uses: [solar], layer: built_up, points: 1 points/ha, "
            "curve: {}",
            "rules.x.curve must have one of linear, s_shaped, triangular or classes",
        ),
        (
            "kind: suitability, uses: [solar], layer: built_up, points: 1 points/ha, "
            "curve: {triangular: {low: 3, peak: 2, high: 4}}",
            "rules.x.curve.triangular must have low < peak < high, got '3, 2, 4'",
        ),
        (
            "kind: demand, quantity: homes, target: 5 homes, hardness: soft",
            "rules.x must have 'price' because of 'hardness: soft'",
        ),
    ],
)
def test_says_what_is_wrong_in_a_rule(faults: Faults, rule: str, expected: str) -> None:
    lines = faults(f"rules:\n  x: {{{rule}}}")
    assert len(lines) == 1
    assert lines[0].split(": ", 1)[1].startswith(expected)
    assert len(faults(f"rules:\n  x: {{{rule}}}", "nl")) == 1


def test_lists_all_faults_of_all_files_in_order(faults: Faults) -> None:
    files = {
        "programmes/wind.yaml": "rules:\n  quiet-lnd: {enabled: false}\nfoo: 1\n",
        "b.yaml": "extends: [base.yaml, programmes/wind.yaml]\ngrid: {cell: 5}\n",
        "a.yaml": "extends: b.yaml\nclaims:\n  homes: {target: -5}\n"
        "  power: {target: 3 ha}\nnaam: x\n",
    }
    assert faults(files) == [
        "a.yaml:3:19: claims.homes.target must be > 0, got -5",
        "a.yaml:4:19: claims.power.target must be in MWp, GWp or kWp, got '3 ha'",
        "a.yaml:5:1: the file: unknown key 'naam', did you mean 'name'?",
        "b.yaml:2:14: grid.cell must be in m or km, got 5",
        "programmes/wind.yaml:2:3: rules: unknown rule 'quiet-lnd', "
        "did you mean 'quiet-land'?",
        "programmes/wind.yaml:3:1: the file: unknown key 'foo'",
    ]
    assert faults(files, "nl")[0] == (
        "a.yaml:3:19: claims.homes.target moet > 0 zijn, gekregen -5"
    )


def test_an_empty_scenario_says_what_is_missing(faults: Faults) -> None:
    assert faults({"a.yaml": ""}) == [
        "a.yaml:1:1: name must be given",
        "a.yaml:1:1: province must be given",
    ]


def test_a_child_changes_one_key_of_a_rule(load: Load) -> None:
    rules = "rules: {quiet-land: {where: quiet_area > 0.9}}"
    loaded = load({"a.yaml": f"extends: base.yaml\n{rules}\n"})
    rule = loaded.scenario.rules["quiet-land"]
    assert isinstance(rule, Exclusion)
    assert rule.where == "quiet_area > 0.9"
    assert rule.uses == ("built",)
    assert str(loaded.place(("rules", "quiet-land", "where"))) == "a.yaml:2:29"
    assert str(loaded.place(("rules", "quiet-land", "uses", 0))) == "base.yaml:15:40"


def test_a_child_removes_and_starts_afresh(load: Load) -> None:
    loaded = load(
        {
            "b.yaml": "extends: base.yaml\nrules: {quiet-land: ~}\nclaims: ~\n",
            "a.yaml": "extends: b.yaml\nrules: {quiet-land: {kind: reporting, "
            "indicator: noise, measure: {land: true}}}\n",
        }
    )
    assert loaded.scenario.rules["quiet-land"].kind == "reporting"
    assert loaded.scenario.claims == {}
    assert "claims" not in loaded.resolved


def test_keys_without_a_value_are_left_out(load: Load) -> None:
    text = "extends: base.yaml\nlayers: {a: {file: a.tif, kind: value, fill: ~}}\n"
    assert load({"a.yaml": text}).scenario.layers["a"].fill is None


def test_knows_where_every_value_stands(load: Load, tmp_path: Path) -> None:
    loaded = load({"a.yaml": "extends: base.yaml\ngrid:\n  cell: 250 m\n"})
    lines = {file: file.read_text().split("\n") for file in loaded.files}
    for path, place in loaded.origins.items():
        value: object = loaded.resolved
        for key in path:
            value = value[key]  # type: ignore[index]
        rest = lines[place.file][place.line - 1][place.column - 1 :]
        if not isinstance(value, dict | list):
            assert rest.startswith(str(value).replace("16500", "16_500"))
    assert str(loaded.place(("grid", "cell", "reason"))) == "a.yaml:3:9"
    assert str(loaded.place(("nothing",))) == "a.yaml:1:1"
    assert loaded.files == (tmp_path / "base.yaml", tmp_path / "a.yaml")


def test_data_files_are_relative_to_the_file_that_names_them(
    load: Load, tmp_path: Path
) -> None:
    loaded = load(
        {
            "provinces/b.yaml": "area: {file: ../data/area.gpkg}\nlayers:\n"
            "  noise: {file: noise.tif, kind: value}\n"
            "  web: {file: 'https://x.nl/a.tif', kind: value}\n",
            "a.yaml": "extends: [base.yaml, provinces/b.yaml]\n"
            "layers: {noise: {unit: dB}}\n",
        }
    )
    scenario = loaded.scenario
    assert scenario.area is not None
    assert scenario.area.file == tmp_path / "data" / "area.gpkg"
    assert scenario.layers["noise"].file == tmp_path / "provinces" / "noise.tif"
    noise = loaded.resolved["layers"]["noise"]
    assert noise["file"] == (tmp_path / "provinces" / "noise.tif").as_posix()
    assert loaded.resolved["layers"]["web"]["file"] == "https://x.nl/a.tif"


def test_a_missing_scenario_is_no_fault_of_a_scenario(tmp_path: Path) -> None:
    (tmp_path / "zeeland.yaml").write_text("")
    with pytest.raises(FileNotFoundError, match=r"did you mean 'zeeland.yaml'\?"):
        load_scenario(tmp_path / "zeland.yaml")


def test_the_distance_to_an_area_needs_no_layer_of_its_own(load: Load) -> None:
    text = (
        "extends: base.yaml\nlayers: {moor: {file: a.tif, kind: fraction}}\n"
        "rules: {quiet-land: {where: moor_distance < 100}}\n"
    )
    assert "moor" in load({"a.yaml": text}).scenario.layers


def test_loading_twice_gives_the_same(load: Load) -> None:
    files = {"a.yaml": "extends: base.yaml\n"}
    assert load(files) == load(files)
