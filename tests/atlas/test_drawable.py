from atlas.drawing.text import LONGEST, drawable


def test_texts_are_drawn_without_what_the_font_lacks() -> None:
    assert drawable("Súdwest-Fryslân: 5 m³ ≥ €") == "Súdwest-Fryslân: 5 m³ ≥ €"
    assert drawable("a\x07b\nc \ud83d 🏡 \u202eab\u202c") == "a b c   □  ab "
    assert len(drawable("x" * 10_000)) == LONGEST + 1
