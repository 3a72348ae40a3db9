"""Spots placed on the map, and those of earlier sessions treated again under their number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from needlelog.domain import spots
from needlelog.domain.session import Spot
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now_in
from needlelog.ui.screens.chair import map_view
from needlelog.ui.screens.chair.brush_in_hand import BrushInHand
from needlelog.ui.screens.chair.facts import ChairFacts


class Spotting(QObject):
    """While it is on, the next tap on the map means a spot."""

    sheet_asked = Signal(str)

    def __init__(self, autosave: Autosave, hand: BrushInHand, facts: ChairFacts) -> None:
        super().__init__(hand)
        self._autosave = autosave
        self._hand = hand
        self.facts = facts
        self.is_on = False

    def place(self, map_code: str, x: float, y: float) -> None:
        """A new spot, with the client's next number."""
        number = spots.next_number(self._autosave.session, self.facts.next_spot)
        self._work(self._spot(number, map_code, x, y))

    def tapped(self, number: int) -> None:
        """A spot of this session is opened; one of an earlier session is treated again."""
        session = self._autosave.session
        mine = spots.numbered(session, number)
        if mine is not None:
            self.is_on = False
            self.sheet_asked.emit(f"{map_view.SPOT}{mine.id.hex}")
            return
        for earlier in self.facts.earlier_spots:
            if earlier.number == number:
                now = self._spot(number, earlier.map, earlier.x, earlier.y)
                self._work(spots.again(earlier, now))

    def _spot(self, number: int, map_code: str, x: float, y: float) -> Spot:
        brush = self._hand.state.brush
        return Spot(
            number=number,
            map=map_code,
            x=round(x, 1),
            y=round(y, 1),
            depth_um=brush.depth_um,
            passes=brush.passes,
            done_at=now_in(self._autosave.session),
        )

    def _work(self, spot: Spot) -> None:
        self.is_on = False
        self._autosave.did("spot", spots.added(self._autosave.session, spot))
        self.sheet_asked.emit(f"{map_view.SPOT}{spot.id.hex}")
