"""Prices from coarse to fine: a sample first, then more cells, then all of them.

Prices hardly change with resolution (GeoDMS' allocation starts the same way), so most
steps are made where they are cheap. The last level cools on until the dual is as sharp
as the asked gap.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.dual import Best, Dual
from solver.mend import mended
from solver.newton import Box, Settled, settle
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import Zonal

Floats = NDArray[np.float64]

LEVELS = ((64, 1 / 16), (8, 1 / 64))
"""Samples, every so many-th cell, and the coldest temperature that they can tell."""

CELLS_PER_ROW = 20
"""A sample has at least so many cells per row, and 4,000 cells."""

HOTTEST = 0.5
"""First temperature; all temperatures are parts of the spread of the scores."""

WARM = 2.0**-8
"""First temperature where prices of nearly the same instance are known."""

COLDEST = 2.0**-22
"""Last temperature."""

COOLING = 4.0
"""Factor by which the temperature falls."""

SOFT = 0.1
"""What smoothing may add to the dual at the end, as a part of the asked gap."""

STEP_SHARE = 0.02
"""What a step must gain, as a part of the asked gap."""

CLOSE = 8.0
"""Temperatures by which the best use leads in a cell that is decided."""

FAR_PRICE = 1_000.0
"""Highest price of a hard row [widest difference of scores per cell]."""


@dataclass(frozen=True, eq=False)
class Priced:
    """Prices of the rows and what they prove.

    Parameters
    ----------
    price
        Price per row, shape ``(n_rows,)``.
    best
        What every cell takes at them, and the bound.
    use
        Uses that nearly keep the rows and are nearly best, int8, ``(n_cells,)``.
    close
        Lead up to which cells are undecided [points per cell of mean size].
    widest
        Widest difference of scores [points].
    at_limit
        Whether a hard row's price ran as far as it may: then the rows cannot be
        kept together, or nearly so.

    """

    price: Floats
    best: Best
    use: NDArray[np.int8]
    close: float
    widest: float
    at_limit: bool


def price_rows(
    dual: Dual,
    settings: Settings,
    watch: Watch,
    offer: Callable[[Allocation], object] | None = None,
    start: Floats | None = None,
) -> Priced:
    """Return prices of the rows, and what every cell takes at them.

    Parameters
    ----------
    dual
        Of the whole instance.
    settings
        The gap decides how sharp the prices must be.
    watch
        Ends it; hears of the bound after every level.
    offer
        Takes the answer that every level leads to; it may break hard rows.
    start
        Prices of an instance that differs little: samples are left out then.

    """
    zonal = dual.zonal
    spread, widest = scale_of(zonal)
    price = np.zeros(zonal.n_rows) if start is None else start
    temperature = (HOTTEST if start is None else WARM) * spread
    path = _Path(price)
    for stride, coldest in LEVELS if start is None else ():
        if zonal.n_cells // stride < max(4_000, CELLS_PER_ROW * zonal.n_rows):
            continue
        sample = Dual(zonal.every(stride))
        box = Box.of(sample, widest, 1.0)
        while temperature >= coldest * spread and not watch.stopped:
            begin = path.ahead(temperature)
            path.add(temperature, settle(sample, begin, temperature, box, 0.0, watch))
            temperature /= COOLING
        dual.passes += sample.passes
        path = _Path(path.price)  # on more cells it runs elsewhere
        best = dual.best(path.price)
        watch.report("prices", bound=best.bound)
        if offer is not None and not watch.stopped:
            offer(mended(dual, path.price, temperature * COOLING, best))
    scale = temperature, spread, widest
    return _finest(dual, path, scale, settings, watch, offer)


class _Path:
    """Prices from one temperature to the next; they run nearly straight.

    Where many cells are equal, a price lags behind its limit by the temperature times
    the logarithm of how many there are; going on straight takes that lag away.
    """

    def __init__(self, price: Floats) -> None:
        self.price = price
        self._last: tuple[float, Floats] | None = None
        self._lag: Floats | None = None

    def ahead(self, temperature: float) -> Floats:
        """Return where prices may be at a lower temperature."""
        if self._lag is None or self._last is None:
            return self.price
        return self.price - self._lag * (self._last[0] - temperature)

    def add(self, temperature: float, settled: Settled) -> None:
        """Go on to where prices came to rest."""
        if self._last is not None:
            before, price = self._last
            self._lag = (price - settled.price) / (before - temperature)
        self.price = settled.price
        self._last = temperature, settled.price


def _finest(
    dual: Dual,
    path: _Path,
    scale: tuple[float, float, float],
    settings: Settings,
    watch: Watch,
    offer: Callable[[Allocation], object] | None,
) -> Priced:
    """Cool on all cells until the dual is sharp."""
    temperature, spread, widest = scale
    box = Box.of(dual, widest, FAR_PRICE)
    found, best = path.price, dual.best(path.price)
    while True:
        enough = STEP_SHARE * settings.gap * abs(best.bound)
        begin = path.ahead(temperature)
        settled = settle(dual, begin, temperature, box, enough, watch)
        path.add(temperature, settled)
        here = dual.best(settled.price)
        if here.bound < best.bound:
            found, best = settled.price, here
        watch.report("prices", bound=best.bound)
        if offer is not None:
            offer(mended(dual, settled.price, temperature, here))
        sharp = settled.here.softness <= SOFT * settings.gap * abs(best.bound)
        cold = temperature <= COLDEST * spread
        if watch.stopped or cold or sharp:
            break
        temperature /= COOLING
    use = dual.whole(settled.price, temperature)
    at_limit = box.touched(dual, settled.price)
    return Priced(found, best, use, CLOSE * temperature, widest, at_limit)


def scale_of(zonal: Zonal) -> tuple[float, float]:
    """Return the standard deviation and the range of the scores [points].

    Where all scores are equal, what shortfalls and supplies cost sets the scale.
    """
    scores = zonal.scores
    spread = float(scores.std(dtype=np.float64))
    if spread > 0:
        return spread, float(scores.max() - scores.min())
    prices = (zonal.price * zonal.row_size)[np.isfinite(zonal.price)]
    values = np.abs(zonal.supply_value)
    sizes = np.concatenate([prices, values[values > 0]])
    size = float(np.median(sizes)) if sizes.size else 1.0
    return size, size
