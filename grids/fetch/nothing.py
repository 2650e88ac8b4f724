"""Tell a data set that has nothing in a province from a service that does not work.

That a service finds nothing in a box may also mean that it reads the box otherwise
than we do. So it is asked for one feature, from wherever: that must lie outside the
box, and the service must find it by a box round it.
"""

from typing import Any

from grids.data_sets import Service
from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.services import PAGED, Box
from grids.grid import CRS
from grids.vector import describe_box

NOTHING = "nothing in the province, elsewhere there is"
"""What is noted of a data set that is truly empty here."""

ROUND_M = 10
"""Half the edge of the box round the feature from elsewhere [m]."""


def nothing_here(client: Client, service: Service, bounds_m: Box) -> Any:
    """Return the columns of a data set without a feature.

    Parameters
    ----------
    client
        Asks the service.
    service
        The one that found nothing.
    bounds_m
        Box in RD [m] in which it found nothing.

    Returns
    -------
    GeoDataFrame
        No row, the columns of the feature from elsewhere.

    Raises
    ------
    FetchError
        If there is no feature anywhere, or the service does not find by box.

    """
    from shapely import box

    ask = PAGED[service.kind]
    sample = ask(client, service, None)
    table = sample.table().iloc[:1]
    shape = table.geometry.to_crs(CRS).iloc[0]
    if shape.intersects(box(*bounds_m)):
        where = describe_box(bounds_m)
        raise FetchError(f"{sample.what} must find in {where} what it has there")
    x, y = (float(edge) for edge in shape.representative_point().coords[0][:2])
    around = (x - ROUND_M, y - ROUND_M, x + ROUND_M, y + ROUND_M)
    if not ask(client, service, around).n_features:
        where = describe_box(around)
        raise FetchError(f"{sample.what} must find in {where} what it has there")
    return table.iloc[:0]
