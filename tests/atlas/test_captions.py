from dataclasses import replace

import pytest

from atlas.captions import status_line, warnings
from atlas.document import Document, Unmet
from atlas.formats import figures, number
from atlas.read_run import Run
from atlas.sheets.read_me import read_me_sheet
from atlas.words.words import Words

EN, NL = Words("en"), Words("nl")


@pytest.fixture
def document(run: Run) -> Document:
    return run.document


def test_a_shortfall_has_its_size_and_a_surplus_is_no_shortfall(
    document: Document,
) -> None:
    # 98.5 of 100 homes
    assert warnings(document, EN)[0] == "1 claim short, by 1.5%"
    assert warnings(document, NL)[0] == "1 ruimteclaim komt 1,5% tekort"
    over = tuple(replace(claim, shortfall=0.0, over=3.0) for claim in document.claims)
    found = warnings(replace(document, claims=over), EN)
    assert found[0] == "2 claims past their most"


def test_a_tiny_shortfall_is_called_tiny(document: Document) -> None:
    claims = tuple(replace(claim, shortfall=0.001) for claim in document.claims)
    assert warnings(replace(document, claims=claims), EN)[0] == (
        "1 claim short, by < 0.01%"
    )


def test_a_plan_without_a_bound_says_that_nothing_is_proven(
    document: Document,
) -> None:
    unproven = replace(document, bound=None, gap=None)
    assert "how good is not proven" in status_line(unproven, EN)
    assert "hoe goed is niet bewezen" in status_line(unproven, NL)
    none = replace(unproven, objective=None, status="no_solution")
    assert "proven" not in status_line(none, EN)


def test_the_first_sheet_names_what_a_sequence_leaves_unmet(
    document: Document,
) -> None:
    unmet = Unmet("claim[homes]", 16_500, None, 12_000), Unmet("b", None, 3, 4)
    rows = read_me_sheet(replace(document, unmet=unmet), (), NL).rows
    texts = [value for name, value in rows if name == NL.say("read.why")]
    assert texts == [
        "claim[homes]: 12.000,0, ten minste 16.500,0 is gevraagd",
        "b: 4,0, hoogstens 3,0 mag",
    ]


def test_the_origin_of_prices_is_said_in_the_readers_language(
    document: Document,
) -> None:
    rows = {row[0]: row[1] for row in read_me_sheet(document, (), NL).rows}
    assert rows["Schaduwprijzen"] == "van de relaxatie, die delen van cellen toelaat"


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0202, "0,0202"), (11.94, "11,9"), (10, "10,0"), (1234.5, "1.234")],
)
def test_figures_that_count_are_three(value: float, said: str) -> None:
    assert figures(value, "nl") == said


def test_nothing_has_no_sign() -> None:
    assert number(-0.3, "nl") == "0"
    assert number(-0.04, "en", 1) == "0.0"
    assert number(-0.3, "nl", 1) == "-0,3"
