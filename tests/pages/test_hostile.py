"""Texts of a scenario are shown as texts, whatever they hold."""

import json
from pathlib import Path
from typing import Any

import pytest

from atlas.compare import compare
from atlas.page.report import write_report
from atlas.words.words import Words
from tests.atlas.run_folder import Size, make_run
from tests.pages.browser import address, opened
from tests.pages.reasons_file import write_reasons

TEXTS = (
    "<img src=x onerror=\"window.hacked='img'\">",
    "</script><script>window.hacked='script'</script>",
    "\"'><svg onload=window.hacked='svg'>&amp;&lt;",
    "<!-- <style>body{display:none}</style> {{ 7*7 }} ${7*7}",
    "\u202egnippil\u202c \u200f\u2067rtl\u2069 \u0000\u0007",
    "🏡🌳👩‍🌾 \ud83d \u2028\u2029",
    "javascript:window.hacked='href'",
    "x" * 10_000,
)
"""Markup, an early end, quotes, turned reading order, emoji, half a pair, length."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "run<b>&'"
    make_run(folder, Size(n_uses=6))
    document = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    bad = "\n".join(TEXTS)
    document["name"] = bad
    document["description"] = {"nl": bad, "en": bad}
    for use in document["uses"]:
        use["label"] = {"nl": use["id"] + bad, "en": use["id"] + bad}
    for part in ("claims", "rules"):
        for at, one in enumerate(document[part]):
            one["label"] = {"nl": f"{at}{bad}", "en": f"{at}{bad}"}
    document["rules"][0] |= {"quote": bad, "section": bad, "reason": bad}
    document["rules"][1] |= {"reason": bad}
    document["layers"][0] |= {"source": bad, "note": bad, "licence": bad}
    document["assumed"][0] |= {"reason": bad, "path": bad, "unit": bad}
    document["provenance"]["inputs"] = [{"file": bad, "sha256": bad}]
    (folder / "run.json").write_text(json.dumps(document), encoding="utf-8")
    _rename_municipalities(folder)
    write_reasons(folder)
    return folder


def _rename_municipalities(folder: Path) -> None:
    from dataclasses import replace

    from grids.dataset import read_province, write_province

    province = read_province(folder / "cells.nc")
    layer = province.layers["municipality"]
    labels = {code: TEXTS[code % len(TEXTS)] for code in layer.labels}
    layers = {**province.layers, "municipality": replace(layer, labels=labels)}
    write_province(replace(province, layers=layers), folder / "cells.nc")


def test_a_report_shows_them_as_texts(browser: Any, hostile: Path) -> None:
    page_file = write_report(hostile, hostile / "report.html", Words("nl"))
    text = page_file.read_text(encoding="utf-8")
    assert "hacked" not in text.replace("&lt;", "<").split("</title>")[1]
    with opened(browser, address(page_file)) as page:
        _unharmed(page)
        shown = page.page.inner_text("h1")
        assert "<script>window.hacked='script'</script>" in shown
        assert "{{ 7*7 }} ${7*7}" in shown
        assert page.page.evaluate("document.title").startswith("<img src=x")
        page.ask("puzzel.state.choose(0, puzzel.grid.middle(0))")
        page.page.select_option("[data-keep=lang]", "en")
        for box in page.page.locator("details.folded").all():
            box.evaluate("(node) => node.open = true")
        _unharmed(page)
        wide = "document.documentElement.scrollWidth - innerWidth"
        assert page.ask(wide) <= 0  # a text of 10,000 letters breaks no page


def test_a_comparison_shows_them_as_texts(
    browser: Any, hostile: Path, tmp_path: Path
) -> None:
    compare((hostile, hostile), tmp_path)
    with opened(browser, address(tmp_path / "comparison.html")) as page:
        page.page.locator(".from-to button").first.click()
        page.ask("puzzel.state.choose(0, puzzel.grid.middle(0))")
        _unharmed(page)
        assert page.ask("document.documentElement.scrollWidth - innerWidth") <= 0


def test_markup_that_would_get_in_could_not_run(browser: Any, hostile: Path) -> None:
    page_file = write_report(hostile, hostile / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        page.ask(
            "document.body.insertAdjacentHTML('beforeend',"
            " '<img src=x onerror=\"window.hacked=1\">')"
        )
        page.ask(
            "() => { const one = document.createElement('script');"
            " one.textContent = 'window.hacked = 1'; document.body.append(one); }"
        )
        page.page.wait_for_timeout(100)
        assert page.ask("window.hacked") is None
        assert any("Content Security Policy" in text for text in page.complaints)


def _unharmed(page: Any) -> None:
    page.settle()
    assert page.ask("window.hacked") is None
    assert page.ask("document.querySelectorAll('main img, main script').length") == 0
    assert page.complaints == []
