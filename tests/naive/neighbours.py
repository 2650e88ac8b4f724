from grids.grid import Grid


def edges(grid: Grid) -> set[tuple[int, int]]:
    found = set()
    for a in range(grid.n_cells):
        for b in range(a + 1, grid.n_cells):
            apart = abs(grid.row[a] - grid.row[b]) + abs(grid.col[a] - grid.col[b])
            if apart == 1:
                found.add((a, b))
    return found
