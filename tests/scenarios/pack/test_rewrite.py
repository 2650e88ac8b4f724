from scenarios.pack.rewrite import rewritten

TEXT = """\
# a comment with file: data/x.gpkg
extends: [a.yaml, "b.yaml"]   # parents
name: x
area: {file: 'data/x.gpkg', where: "file = 'data/x.gpkg'"}
layers:
  one:
    file:   data/x.gpkg    # here
    source: data/x.gpkg
  two: {file: data/é y.gpkg, kind: zone}
  three: &three
    file: >-
      data/x.gpkg
    kind: zone
  four: *three
"""


def test_only_names_of_files_change() -> None:
    new = {"data/x.gpkg": "out/1/x.gpkg", "a.yaml": "out/2/a.yaml"}

    def names(named: str) -> str:
        return new.get(named, named)

    text = rewritten(TEXT, names, names)
    expected = (
        TEXT.replace("[a.yaml", '["out/2/a.yaml"')
        .replace("{file: 'data/x.gpkg'", '{file: "out/1/x.gpkg"')
        .replace("file:   data/x.gpkg ", 'file:   "out/1/x.gpkg" ')
        .replace(">-\n      data/x.gpkg\n", '"out/1/x.gpkg"\n')
    )
    assert text == expected


def test_without_news_nothing_changes() -> None:
    assert rewritten(TEXT, str, str) == TEXT
