"""Give features the columns of a table without shapes in the same file."""

from pathlib import Path
from typing import Any

from grids.data_sets import Join
from grids.fetch.address import FetchError


def joined(features: Any, path: Path, join: Join) -> Any:
    """Add the columns of a table to the features.

    Parameters
    ----------
    features
        GeoDataFrame with the column that both have.
    path
        The file.
    join
        Table, common column and filter.

    Raises
    ------
    FetchError
        If the table or the column is not there, or the table has several lines for
        one feature.

    """
    from pyogrio import list_layers, read_dataframe

    tables = [str(row[0]) for row in list_layers(path)]
    if join.table not in tables:
        known = ", ".join(tables)
        raise FetchError(
            f"name in {path.name} must be one of {known}, but got {join.table}"
        )
    table = read_dataframe(
        path, layer=join.table, where=join.where, read_geometry=False
    )
    for held in (features, table):
        if join.on not in held:
            known = ", ".join(map(str, held))
            raise FetchError(
                f"{path.name} must have {join.on} in one of its columns ({known}), "
                "but has not"
            )
    twice = int(table[join.on].duplicated().sum())
    if twice:
        raise FetchError(
            f"table {join.table} of {path.name} must have one line per {join.on}, but "
            f"has {twice:,} more"
        )
    new = [name for name in table if name == join.on or name not in features]
    return features.merge(table[new], on=join.on, how="left")
