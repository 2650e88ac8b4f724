"""Write a NetCDF-4 file whole or not at all.

HDF5 may end the process with a segmentation fault where the disk fills while it
writes (seen). So the file is made in memory, and Python writes it.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def write_netcdf(
    dataset: Any, path: Path, encoding: Mapping[Any, Mapping[str, Any]]
) -> None:
    """Write a dataset.

    Parameters
    ----------
    dataset
        An xarray Dataset.
    path
        Where; an existing file is replaced only when the new one is complete.
    encoding
        How to pack the variables.

    Raises
    ------
    OSError
        If the file cannot be written; what was there stays.

    """
    content = dataset.to_netcdf(engine="h5netcdf", encoding=encoding)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
