"""Kinds of services that give data sets; apart, because scenarios name them too."""

from typing import Literal

ServiceKind = Literal["ogc-features", "wfs", "download", "atom", "wcs", "cog", "arcgis"]
"""How a service is asked."""
