"""A table in Markdown."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], n_texts: int = 1) -> str:
    """Write a table.

    Parameters
    ----------
    head
        Heading per column.
    rows
        Cells; a bar in one is written so that it does not end the cell.
    n_texts
        How many columns at the left are texts; the others align right.

    """
    rule = ["---" if at < n_texts else "---:" for at in range(len(head))]
    body = [[_cell(text) for text in row] for row in rows]
    lines = [[_cell(text) for text in head], rule, *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip()
