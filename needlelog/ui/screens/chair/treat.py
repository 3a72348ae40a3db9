"""The step where the needling is recorded: the map on the left, the brush on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import carry_over, painting
from needlelog.domain.dates import short
from needlelog.domain.depth import mm, number
from needlelog.domain.device import Reach, with_device
from needlelog.domain.protocol import Protocol, planned
from needlelog.domain.session import Layer, NeedlingSession
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now_in
from needlelog.ui.screens import protocol_words
from needlelog.ui.screens.chair import map_view, other_ways
from needlelog.ui.screens.chair.brush_in_hand import BrushInHand
from needlelog.ui.screens.chair.brush_panel import BrushPanel
from needlelog.ui.screens.chair.brush_view import brush_view
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.map_and_brush import MapAndBrush
from needlelog.ui.screens.chair.map_side import MapSide
from needlelog.ui.screens.chair.spotting import Spotting
from needlelog.ui.widgets.toast import Toast

_NUMBING_TICK_MS = 10_000


class Treat(QWidget):
    sheet_asked = Signal(str)
    """'protocol', 'serum', 'tip', 'numbing', 'also_done', 'reason', 'all_zones' or 'spot:<id>'."""
    toast_asked = Signal(object)

    def __init__(self, autosave: Autosave, facts: ChairFacts) -> None:
        super().__init__()
        self._autosave = autosave
        self._facts = facts
        self.hand = BrushInHand(autosave, facts, self)
        self.spotting = Spotting(autosave, self.hand, facts)
        self.side = MapSide()
        self.panel = BrushPanel()
        self._parts = MapAndBrush(self.side, self.panel)
        self._parts.small_brush_asked.connect(self._on_small_brush)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._parts)
        self._minutes = QTimer(self, interval=_NUMBING_TICK_MS)
        self._minutes.timeout.connect(self._on_minutes)
        self._minutes.start()
        self.hand.changed.connect(self._refresh)
        self.hand.sheet_asked.connect(self.sheet_asked)
        self.hand.brought_into_reach.connect(self._on_brought_into_reach)
        self.spotting.sheet_asked.connect(self.sheet_asked)
        self._connect_side()
        self._connect_panel()
        self.side.show_map(map_view.map_to_open(autosave.session, facts.last))
        self.show_session(autosave.session)

    def show_session(self, session: NeedlingSession) -> None:
        """Show the session as it stands; what the next tap does stays as it was."""
        self.hand.follow(session)
        facts, state = self._facts, self.hand.state
        self.side.show_zones(
            map_view.zone_looks(session, state, facts),
            map_view.painted_rows(session, state, facts),
            map_view.spot_marks(session, facts),
        )
        self.side.set_modes(state.erasing, self.spotting.is_on)
        self.side.same_as_last.setEnabled(facts.last is not None)
        is_empty = not (session.layers or session.spots)
        self.side.offer_protocol(is_empty and bool(facts.shelf.protocols_in_use))
        self.side.show_carry_over(*self._carry(session))
        self.panel.show_view(brush_view(session, state, facts, now_in(session)))

    def show_facts(self, facts: ChairFacts) -> None:
        """From now on by these facts; the session is shown next."""
        self._facts = self.hand.facts = self.spotting.facts = facts

    def minimumSizeHint(self) -> QSize:
        # The wide layout must not keep the step from becoming narrow: that is when it changes.
        return QSize(900, 400)

    def _on_small_brush(self, small: bool) -> None:
        self.panel = BrushPanel(small)
        self._parts.change_panel(self.panel)
        self._connect_panel()
        self._refresh()

    def paint(self, codes: tuple[str, ...]) -> None:
        """Work these zones with the brush, as one tap."""
        before = self._session
        after = painting.painted(before, codes, self.hand.state.brush, now_in(before))
        # The tap's own layers carry the brush's serum from here on, so the next tap matches them.
        self.hand.hold(last=codes, editing=())
        self._autosave.did("paint", after)
        self._offer_the_other_way(codes, before, after)

    def carry_over_last(self) -> None:
        """Last time's zones, planned and dashed."""
        if self._facts.last is not None:
            planned = carry_over.carried_over(self._session, self._facts.last)
            self.hand.take_over(planned)
            self._autosave.did("carry_over", planned)

    def plan(self, protocol: Protocol) -> None:
        """A protocol's zones, planned and dashed; what of it can't be planned is said."""
        shelf = self._facts.shelf
        serum = protocol_words.serum_of(protocol, shelf)
        plan = planned(self._session, protocol, catalogue.zones(), serum)
        device = shelf.device(protocol.device_id)
        if device is not None and not device.is_retired and device.id != plan.device_id:
            plan = with_device(plan, device)
        missing = protocol_words.left_out(protocol, shelf)
        if plan.planned_layers:
            self.hand.take_over(plan)
            self.side.show_map(map_view.map_to_open(plan, None))
            self._autosave.did("protocol", plan)
        if missing:
            self.toast_asked.emit(Toast(missing, "error", topic="protocol", owner=self))

    @property
    def _session(self) -> NeedlingSession:
        return self._autosave.session

    def _connect_side(self) -> None:
        side = self.side
        side.zone_tapped.connect(self._on_zone_tapped)
        side.spot_placed.connect(self.spotting.place)
        side.spot_tapped.connect(self.spotting.tapped)
        side.row_tapped.connect(self._on_row_tapped)
        side.same_as_last_asked.connect(self.carry_over_last)
        side.protocol_asked.connect(partial(self.sheet_asked.emit, "protocol"))
        side.whole_face_asked.connect(self._on_whole_face)
        side.spot_asked.connect(self._on_spot_mode)
        side.all_zones_asked.connect(self._on_all_zones)
        side.erase_asked.connect(self._on_erase)
        side.confirm_all_asked.connect(self._on_confirm_all)

    def _connect_panel(self) -> None:
        panel, hand = self.panel, self.hand
        panel.depth_set.connect(hand.set_depth)
        panel.passes_set.connect(hand.set_passes)
        panel.techniques_set.connect(hand.set_techniques)
        panel.endpoint_set.connect(hand.set_endpoint)
        panel.serum_set.connect(hand.set_serum)
        panel.mirror_set.connect(hand.set_mirror)
        panel.back_asked.connect(hand.back_to_brush)
        panel.guard.use_asked.connect(hand.use_depth)
        for signal, sheet in (
            (panel.guard.reason_asked, "reason"), (panel.tip_asked, "tip"),
            (panel.numbing_asked, "numbing"), (panel.also_done_asked, "also_done"),
        ):  # fmt: skip
            signal.connect(partial(self.sheet_asked.emit, sheet))

    # ------------------------------------------------------------------------------ the map

    def _on_zone_tapped(self, code: str) -> None:
        codes = self.hand.state.tapped(code, catalogue.zones(), self.side.zones_on_map)
        if self.hand.state.erasing:
            self.hand.hold(erasing=False, last=())
            self._autosave.did("erase", painting.erased(self._session, codes))
        else:
            self.paint(codes)

    def _on_row_tapped(self, key: str) -> None:
        if key.startswith(map_view.SPOT):
            self.sheet_asked.emit(key)
            return
        if key.startswith(map_view.EARLIER):
            self.spotting.tapped(int(key.removeprefix(map_view.EARLIER)))
            return
        codes = map_view.codes_of(key)
        if any(row.is_planned for code in codes for row in self._session.layers_of(code)):
            session, tip = self._session, self._session.tip
            tip_id = tip.id if tip else None
            done = carry_over.confirmed(session, codes, tip_id, now_in(session))
            self.hand.hold(last=codes)
            self._autosave.did("confirm", done)
        else:
            self.hand.edit(codes)
            self._refresh()

    def _on_whole_face(self) -> None:
        face = [zone.code for zone in catalogue.zones().values() if zone.in_whole_face]
        open_zones = painting.not_painted(self._session, face)
        depth = self.hand.state.brush.depth_um
        fits = tuple(code for code in open_zones if depth <= self._facts.ceiling_um(code))
        left = [code for code in open_zones if code not in fits]
        if fits:
            self.paint(fits)
        if left:
            names = words.zones_label(left, catalogue.zones())
            text = _("Left empty, above your ceiling there: {zones}.").format(zones=names)
            self.toast_asked.emit(Toast(text, "info"))

    def _on_spot_mode(self) -> None:
        self.spotting.is_on = not self.spotting.is_on
        self.hand.hold(erasing=False)
        self._refresh()

    def _on_all_zones(self) -> None:
        self.sheet_asked.emit("all_zones")

    def _on_erase(self) -> None:
        self.spotting.is_on = False
        self.hand.hold(erasing=not self.hand.state.erasing, editing=())
        self._refresh()

    def _on_confirm_all(self) -> None:
        session, tip = self._session, self._session.tip
        tip_id = tip.id if tip else None
        done = carry_over.confirmed_together(session, tip_id, now_in(session))
        self._autosave.did("confirm_all", done)

    # ------------------------------------------------------------------------------ showing

    def _on_minutes(self) -> None:
        """Numbing minutes go on by themselves."""
        numbing = self._session.numbing
        if numbing is not None and numbing.off_at is None and self.isVisible():
            self._refresh()

    def _on_brought_into_reach(self, reach: Reach) -> None:
        depth = mm(self.hand.state.brush.depth_um)
        text = _("{device} goes from {low} to {high}. The brush is at {depth} now.").format(
            device=reach.device, low=number(reach.low_um), high=mm(reach.high_um), depth=depth
        )
        self.toast_asked.emit(Toast(text, "info", topic="reach", owner=self))

    def _refresh(self) -> None:
        self.show_session(self._session)

    def _carry(self, session: NeedlingSession) -> tuple[str, int, bool]:
        waiting = len({layer.zone for layer in session.planned_layers})
        last = self._facts.last
        day = short(last.happened_at.astimezone(self._facts.zone).date()) if last else ""
        head = _("Carried over from {day}:").format(day=day)
        if session.protocol:
            head = _("Planned by “{protocol}”:").format(protocol=session.protocol)
        return head, waiting, bool(session.started_at)

    def _offer_the_other_way(
        self, codes: tuple[str, ...], before: NeedlingSession, after: NeedlingSession
    ) -> None:
        """The tap did not keep to the plan, or made a second layer: say so, and offer the other."""
        plans = carry_over.worked_otherwise(before, after, codes)
        grown = painting.grown(before, after, codes)
        if plans:
            text, action = other_ways.otherwise_words(after, plans), _("As planned")
            self._offer(text, action, partial(self._do_as_planned, plans))
        elif grown:
            text, action = other_ways.grown_words(after, grown), _("Replace instead")
            self._offer(text, action, partial(self.replace_instead, grown))

    def _offer(self, text: str, action: str, then: Callable[[], None]) -> None:
        self.toast_asked.emit(Toast(text, "info", action, then, "layers", self))

    def _do_as_planned(self, plans: tuple[Layer, ...]) -> None:
        self._autosave.did("as_planned", carry_over.as_planned(self._session, plans))

    def replace_instead(self, codes: tuple[str, ...]) -> None:
        """Keep only the last layer of these zones."""
        self._autosave.did("replace", painting.replaced_instead(self._session, codes))
