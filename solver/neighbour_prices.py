"""Prices of the rows where neighbours matter: messages and prices take turns.

With the messages held, prices are found by Newton's method as if there were no
neighbours, smoothly at a temperature; then messages pass again. Each turn lowers the
bound, or may: a price goes only so far at once as it lately went the same way.
"""

import numpy as np
from numpy.typing import NDArray

from solver.messages import Messages
from solver.newton import Box, settle
from solver.watch import Watch

Floats = NDArray[np.float64]

REACH = 0.02
"""How far a price may go in the first turn [standard deviations of the scores]."""

PART = 0.2
"""Part of the way to where prices would settle that they go in a turn."""

ONWARD, BACK = 1.4, 0.5
"""What becomes of a reach that was used up, and of one that was turned round."""

CAREFUL = 0.3
"""What becomes of all reaches when the bound got worse."""

LEAST_REACH = 0.3
"""Temperatures that a price may always go."""

FAR_PRICE = 100.0
"""Highest price of a hard row [widest difference of scores per cell]."""

ENOUGH = 1e-5
"""Gain that is not worth a Newton step, as a part of the bound."""


class NeighbourPrices:
    """Prices on their way, and how far each of them may go."""

    def __init__(
        self, messages: Messages, price: Floats, scale: tuple[float, float]
    ) -> None:
        """Begin at prices found without neighbours.

        Parameters
        ----------
        messages
            Of the instance.
        price
            Prices per row, shape ``(n_rows,)``.
        scale
            Standard deviation and range of the scores [points].

        """
        self.price, self._messages = price, messages
        self._spread, widest = scale
        self._box = Box.of(messages.dual, widest, FAR_PRICE)
        self._size = messages.dual.zonal.row_size
        self._reach = REACH * self._spread / self._size
        self._step = np.zeros(price.size)

    def back(self, price: Floats) -> None:
        """Go back to prices that were better, and on from there more carefully."""
        self.price = price
        self._reach = CAREFUL * self._reach
        self._step = np.zeros(price.size)

    def turn(self, temperature: float, size: float, watch: Watch) -> None:
        """Pass messages, then move the prices.

        Parameters
        ----------
        temperature
            Of the shares [standard deviations of the scores].
        size
            Size of the bound [points].
        watch
            Ends it.

        """
        self._messages.send(self.price)
        box, near = self._box, 2 * self._reach
        around = Box(
            np.maximum(box.low, self.price - near),
            np.minimum(box.high, self.price + near),
            box.widest,
        )
        points = temperature * self._spread
        believed = self._messages.listen()
        found = settle(believed, self.price, points, around, ENOUGH * size, watch)
        step = PART * (found.price - self.price)
        step = np.clip(step, -self._reach, self._reach)
        turned = step * self._step < 0
        used_up = np.abs(step) > 0.9 * self._reach
        least = LEAST_REACH * points / self._size
        shorter = np.maximum(BACK * self._reach, least)
        longer = np.where(used_up, ONWARD * self._reach, self._reach)
        self._reach = np.where(turned, shorter, longer)
        self._step = step
        self.price = self.price + step
