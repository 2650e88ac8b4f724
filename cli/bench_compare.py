"""``puzzel bench compare``: two measurements, as ratios and means."""

from pathlib import Path

from cli.console import Console
from cli.failures import UsageError


def command(console: Console, before: Path, after: Path, out: Path | None) -> None:
    """Compare, print the page, and write it if asked."""
    from benchmarks.compare import compare
    from benchmarks.compare_table import document, report
    from benchmarks.records import read_records

    found = compare(read_records(before), read_records(after))
    if not found.pairs:
        raise UsageError(console.say("bench_no_pairs", a=before, b=after))
    names = f"{before}", f"{after}"
    page = report(found, names, console.language)
    if out is not None:
        if not out.parent.is_dir():
            raise UsageError(console.say("out_folder", path=out.parent))
        out.write_text(page, encoding="utf-8")
    console.print(page.rstrip())
    console.document(document(found, names))
