"""The brush as it is held: what the panel changes, and what sheets put into it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from needlelog.domain import painting
from needlelog.domain.session import NeedlingSession, SerumUse
from needlelog.ui.autosave import Autosave
from needlelog.ui.screens.chair import brush_state
from needlelog.ui.screens.chair.brush_panel import OTHER_SERUM
from needlelog.ui.screens.chair.brush_state import BrushState
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.serum_options import serum_options


class BrushInHand(QObject):
    """Changes the brush, or the zones being edited: then the session, as one step of undo."""

    changed = Signal()
    """The brush is another one; nothing of the session changed."""
    sheet_asked = Signal(str)
    brought_into_reach = Signal(object)
    """The Reach of another device, which the brush's depth was outside of."""

    def __init__(self, autosave: Autosave, facts: ChairFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self.facts = facts
        first = brush_state.brush_to_start_with(autosave.session, facts.recent_depths)
        self.state = BrushState(brush=first)
        self._taken_over: UUID | None = None
        """The serum that came with last time's zones, and goes with them."""

    def hold(self, **values: Any) -> None:
        """Other values for the state itself, such as `erasing=True`; nothing is shown by it."""
        self.state = replace(self.state, **values)

    def follow(self, session: NeedlingSession) -> None:
        """Let go of what undo has taken away: the zones being edited, last time's serum.

        A depth that the session's device can't be set to gives way to the nearest it can.
        """
        self._stay_in_reach(session)
        if self.state.editing and not brush_state.last_layers(session, self.state.editing):
            self.state = self.state.back_to_brush()
        serum = self.state.brush.serum
        if serum is None:
            return
        known = session.serum(serum.id)
        if known is not None:  # its lot may have been entered meanwhile
            self.hold(brush=replace(self.state.brush, serum=known))
        elif serum.id == self._taken_over:
            self.hold(brush=replace(self.state.brush, serum=None))

    def _stay_in_reach(self, session: NeedlingSession) -> None:
        reach, brush = self.facts.shelf.reach(session), self.state.brush
        if reach.device and not reach.holds(brush.depth_um):
            self.hold(brush=replace(brush, depth_um=reach.nearest(brush.depth_um)))
            self.brought_into_reach.emit(reach)

    def edit(self, codes: tuple[str, ...]) -> None:
        """Edit these zones, or go back to the brush when one was being edited."""
        self.state = self.state.back_to_brush() if self.state.editing else self.state.edit(codes)

    def back_to_brush(self) -> None:
        self.state = self.state.back_to_brush()
        self.changed.emit()

    def set_depth(self, depth_um: int) -> None:
        self._change(depth_um=depth_um)

    def use_depth(self, depth_um: int) -> None:
        """The depth the guard offers, for the zones it speaks of."""
        self._edit_layers("depth", self.state.subject, depth_um=depth_um)

    def set_passes(self, count: int) -> None:
        self._change(passes=count)

    def set_techniques(self, chosen: tuple[str, ...]) -> None:
        self._change(techniques=chosen)

    def set_endpoint(self, code: str) -> None:
        self._edit_layers("endpoint", self.state.subject, endpoint=code)

    def set_mirror(self, is_on: bool) -> None:
        self.hold(mirror=is_on)

    def set_serum(self, key: str) -> None:
        """One of the offered serums by its key, '' for none, or the sheet of all."""
        if key == OTHER_SERUM:
            self.changed.emit()
            self.sheet_asked.emit("serum")
            return
        facts = self.facts
        options = serum_options(self._autosave.session, facts.favourites, facts.shelf)
        self.use_serum(next((o.serum for o in options if o.key == key), None))

    def use_serum(self, serum: SerumUse | None) -> None:
        """This serum from the next tap on, or on the zones that are being edited."""
        if not self.state.editing:
            self._taken_over = None
            self._change_brush(serum=serum)
            return
        session = painting.with_serum(self._autosave.session, serum)
        ids = brush_state.last_layer_ids(session, self.state.editing)
        serum_id = serum.id if serum else None
        self._autosave.did("serum", painting.edited(session, ids, serum_id=serum_id))

    def take_over(self, planned: NeedlingSession) -> None:
        """Go on with the serum and pattern of last time, so that a depth is one chip away."""
        layers = planned.planned_layers
        if self.state.brush.serum is None and layers:
            serum = planned.serum(layers[-1].serum_id)
            techniques = brush_state.patterns_shown(layers[-1].techniques)
            self._taken_over = serum.id if serum else None
            self.hold(brush=replace(self.state.brush, serum=serum, techniques=techniques))

    def _change(self, **values: Any) -> None:
        if self.state.editing:
            self._edit_layers("edit", self.state.editing, **values)
        else:
            self._change_brush(**values)

    def _change_brush(self, **values: Any) -> None:
        self.hold(brush=replace(self.state.brush, **values))
        self.changed.emit()

    def _edit_layers(self, what: str, codes: tuple[str, ...], **values: Any) -> None:
        session = self._autosave.session
        ids = brush_state.last_layer_ids(session, codes)
        self._autosave.did(what, painting.edited(session, ids, **values))
