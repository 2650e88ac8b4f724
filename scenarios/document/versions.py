"""The versions of this program and of what it stands on."""

import platform
from importlib.metadata import PackageNotFoundError, version

PACKAGES = (
    *("ruimtepuzzel", "numpy", "numba", "scipy", "ortools", "highspy"),
    *("xarray", "rasterio", "geopandas", "shapely", "exactextract", "pydantic"),
)
"""Packages whose versions a run records."""


def versions() -> dict[str, str]:
    """Return the versions of this program and what it stands on."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found
