"""A program as a text that people can read: every column and row by its name.

``homes@1,2`` is use "homes" on the cell in row 1, column 2.
"""

import numpy as np
from numpy.typing import NDArray

from model.problem import Problem
from solver.compile import to_instance
from solver.instance import Instance
from solver.program import Program, to_program


def lp_text(problem: Problem) -> str:
    instance = to_instance(problem)
    program = to_program(instance)
    columns = _columns(instance, program, [supply.name for supply in problem.supplies])
    rows = _rows(instance, program)
    lines = ["maximise", f"  {_sum(program.objective, columns)}", "subject to"]
    for name, row, low, high in zip(
        rows, program.matrix.toarray(), program.low, program.high, strict=True
    ):
        lines.append(f"  {name}: {_between(low, _sum(row, columns), high)}")
    for name, low, high in zip(columns, program.lower, program.upper, strict=True):
        if (low, high) not in ((0, 1), (0, np.inf)):
            lines.append(f"  {_between(low, name, high)}")
    lines += _restrictions(instance)
    whole = [name for name, of in zip(columns, program.integer, strict=True) if of]
    lines.append(f"whole: {len(whole)} columns with @")
    assert all("@" in name for name in whole)
    return "\n".join(lines) + "\n"


def _columns(instance: Instance, program: Program, supplies: list[str]) -> list[str]:
    row, col = instance.cell_row, instance.cell_col
    names = [
        f"{instance.use_name[use]}@{row[cell]},{col[cell]}"
        for cell, use in zip(program.cell, program.use, strict=True)
    ]
    names += supplies
    names += [f"short({instance.rows.name[at]})" for at in program.short_row]
    names += [f"over({instance.rows.name[at]})" for at in program.over_row]
    assert len(names) == program.n_columns
    return names


def _rows(instance: Instance, program: Program) -> list[str]:
    chosen = np.bincount(program.cell, minlength=instance.n_cells) > 1
    places = zip(instance.cell_row[chosen], instance.cell_col[chosen], strict=True)
    return [f"cell[{row},{col}]" for row, col in places] + list(instance.rows.name)


def _restrictions(instance: Instance) -> list[str]:
    """Say what restricts where uses lie: it is no row."""
    names, restrictions = instance.use_name, instance.restrictions
    lines = [
        f"  patches of {names[use]}: {word} {cells} cells"
        for word, limits in (
            ("at least", restrictions.patch_least),
            ("at most", restrictions.patch_most),
        )
        for use, cells in enumerate(limits.tolist())
        if cells
    ]
    sites, apart = restrictions.sites, restrictions.separations
    for at, name in enumerate(sites.name):
        zone = instance.zone[sites.partition[at]]
        count = f"{sites.fewest[at]}..{sites.most[at]} of {names[sites.use[at]]}"
        areas = " ".join("." if area < 0 else str(area) for area in zone.tolist())
        lines.append(f"  {name}: {count}, each {sites.least[at]:g} ha within {areas}")
    for at, name in enumerate(apart.name):
        here, there = (
            "+".join(use for use, of in zip(names, side[at], strict=True) if of)
            for side in (apart.use, apart.other)
        )
        price = f"{apart.price[at]:g} a cell"
        away = f"{apart.distance_m[at]:g} m from {there}"
        lines.append(f"  {name}: {here} at least {away}, else {price}")
    return lines


def _sum(coef: NDArray[np.float64], names: list[str]) -> str:
    terms = [
        f"{'-' if value < 0 else '+'} "
        f"{'' if abs(value) == 1 else f'{abs(value):g} '}{name}"
        for value, name in zip(coef, names, strict=True)
        if value
    ]
    return " ".join(terms).removeprefix("+ ") or "0"


def _between(low: float, text: str, high: float) -> str:
    if low == high:
        return f"{text} = {low:g}"
    left = f"{low:g} <= " if np.isfinite(low) else ""
    right = f" <= {high:g}" if np.isfinite(high) else ""
    return left + text + right
