"""What others made is what the registry gave, and says its licence."""

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AXE = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_openlayers_has_the_hash_that_was_written_down() -> None:
    folder = ROOT / "atlas" / "page" / "vendor"
    vendor = json.loads((folder / "vendor.json").read_text(encoding="utf-8"))
    for name, digest in vendor["sha256"].items():
        assert _sha256(folder / name) == digest, name
    licences = (folder / "LICENSES.txt").read_text(encoding="utf-8")
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    for package in vendor["packages"]:
        held = lock["packages"][f"node_modules/{package['name']}"]
        assert held["integrity"] == package["integrity"]
        assert f"{package['name']} {package['version']}" in licences


def test_axe_is_the_one_of_the_registry() -> None:
    assert _sha256(ROOT / "tests" / "pages" / "vendor" / "axe.min.js") == AXE
