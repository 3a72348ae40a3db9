"""The step where the needling is recorded: the map on the left, the brush on the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import carry_over, painting
from needlelog.domain.dates import short
from needlelog.domain.session import NeedlingSession, SerumUse, Spot
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now
from needlelog.ui.screens.chair import brush_state, map_view
from needlelog.ui.screens.chair.brush_panel import OTHER_SERUM, BrushPanel
from needlelog.ui.screens.chair.brush_state import BrushState
from needlelog.ui.screens.chair.brush_view import brush_view
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.map_side import MapSide
from needlelog.ui.screens.chair.serum_options import serum_options
from needlelog.ui.widgets.toast import Toast

FIRST_MAP = "face_front"
_NUMBING_TICK_MS = 10_000
_WIDE_PX = 1116
_TALL_PX = 592
"""Below either the brush gets its small layout."""


class Treat(QWidget):
    sheet_asked = Signal(str)
    """'serum', 'tip', 'numbing', 'also_done', 'reason', 'all_zones' or 'spot:<id>'."""
    toast_asked = Signal(object)

    def __init__(self, autosave: Autosave, facts: ChairFacts) -> None:
        super().__init__()
        self._autosave = autosave
        self._facts = facts
        first = brush_state.brush_to_start_with(autosave.session, facts.recent_depths)
        self.state = BrushState(brush=first)
        self._spotting = False
        self.side = MapSide()
        self.panel = BrushPanel()
        self._is_compact = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.side, 55)
        self._row.addWidget(self.panel, 45)
        self._minutes = QTimer(self, interval=_NUMBING_TICK_MS)
        self._minutes.timeout.connect(self._on_minutes)
        self._minutes.start()
        self._connect_side()
        self._connect_panel()
        self.side.show_map(_map_to_open(autosave.session, facts.last))
        self.show_session(autosave.session)

    def show_session(self, session: NeedlingSession) -> None:
        """Show the session as it stands; what the next tap does stays as it was."""
        facts, state = self._facts, self.state
        self.side.show_zones(
            map_view.zone_looks(session, state, facts),
            map_view.painted_rows(session, state),
            map_view.spot_marks(session),
        )
        self.side.set_modes(state.erasing, self._spotting)
        self.side.same_as_last.setEnabled(facts.last is not None)
        self.side.show_carry_over(*self._carry(session))
        self.panel.show_view(brush_view(session, state, facts, now()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_compact(self.width() < _WIDE_PX or self.height() < _TALL_PX)

    def minimumSizeHint(self) -> QSize:
        # The wide layout must not keep the step from becoming narrow: that is when it changes.
        return QSize(900, 400)

    def _set_compact(self, compact: bool) -> None:
        if compact == self._is_compact:
            return
        self._is_compact = compact
        self.side.set_compact(compact)
        other = BrushPanel(compact)
        self._row.replaceWidget(self.panel, other)
        self.panel.hide()
        self.panel.deleteLater()
        self.panel = other
        self._row.setStretch(0, 53 if compact else 55)
        self._row.setStretch(1, 47 if compact else 45)
        self._connect_panel()
        self._refresh()

    def paint(self, codes: tuple[str, ...]) -> None:
        """Work these zones with the brush, as one tap."""
        before = self._session
        after = painting.painted(before, codes, self.state.brush, now())
        # The tap's own layers carry the brush's serum from here on, so the next tap matches them.
        self._set(replace(self.state, last=codes, editing=()))
        self._autosave.did("paint", after)
        self._offer_replacing(codes, before, after)

    def carry_over_last(self) -> None:
        """Last time's zones, planned and dashed."""
        if self._facts.last is not None:
            planned = carry_over.carried_over(self._session, self._facts.last)
            self._use_carried_serum(planned)
            self._autosave.did("carry_over", planned)

    @property
    def _session(self) -> NeedlingSession:
        return self._autosave.session

    def _connect_side(self) -> None:
        side = self.side
        side.zone_tapped.connect(self._on_zone_tapped)
        side.spot_placed.connect(self._on_spot_placed)
        side.row_tapped.connect(self._on_row_tapped)
        side.same_as_last_asked.connect(self.carry_over_last)
        side.whole_face_asked.connect(self._on_whole_face)
        side.spot_asked.connect(self._on_spot_mode)
        side.all_zones_asked.connect(self._on_all_zones)
        side.erase_asked.connect(self._on_erase)
        side.confirm_all_asked.connect(self._on_confirm_all)

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.depth_set.connect(self._on_depth)
        panel.passes_set.connect(self._on_passes)
        panel.techniques_set.connect(self._on_techniques)
        panel.endpoint_set.connect(self._on_endpoint)
        panel.serum_set.connect(self._on_serum)
        panel.mirror_set.connect(self._on_mirror)
        panel.back_asked.connect(self._on_back)
        panel.guard.use_asked.connect(self._on_use)
        for signal, sheet in (
            (panel.guard.reason_asked, "reason"), (panel.tip_asked, "tip"),
            (panel.numbing_asked, "numbing"), (panel.also_done_asked, "also_done"),
        ):  # fmt: skip
            signal.connect(partial(self.sheet_asked.emit, sheet))

    # ------------------------------------------------------------------------------ the map

    def _on_zone_tapped(self, code: str) -> None:
        codes = self.state.tapped(code, catalogue.zones(), self.side.zones_on_map)
        if self.state.erasing:
            self._set(replace(self.state, erasing=False, last=()))
            self._autosave.did("erase", painting.erased(self._session, codes))
        else:
            self.paint(codes)

    def _on_spot_placed(self, map_code: str, x: float, y: float) -> None:
        known = [spot.number for spot in self._session.spots]
        number = max([*known, self._facts.next_spot - 1]) + 1
        brush = self.state.brush
        spot = Spot(
            number=number, map=map_code, x=round(x, 1), y=round(y, 1),
            depth_um=brush.depth_um, passes=brush.passes, done_at=now(),
        )  # fmt: skip
        self._spotting = False
        session = replace(self._session, spots=(*self._session.spots, spot))
        self._autosave.did("spot", painting.needled(session, now()))
        self.sheet_asked.emit(f"{map_view.SPOT}{spot.id.hex}")

    def _on_row_tapped(self, key: str) -> None:
        if key.startswith(map_view.SPOT):
            self.sheet_asked.emit(key)
            return
        codes = map_view.codes_of(key)
        if any(row.is_planned for code in codes for row in self._session.layers_of(code)):
            tip = self._session.tip
            done = carry_over.confirmed(self._session, codes, tip.id if tip else None, now())
            self._set(replace(self.state, last=codes))
            self._autosave.did("confirm", done)
        else:
            self._set(self.state.back_to_brush() if self.state.editing else self.state.edit(codes))
            self._refresh()

    def _on_whole_face(self) -> None:
        face = [zone.code for zone in catalogue.zones().values() if zone.in_whole_face]
        open_zones = painting.not_painted(self._session, face)
        depth = self.state.brush.depth_um
        fits = tuple(code for code in open_zones if depth <= self._facts.ceiling_um(code))
        left = [code for code in open_zones if code not in fits]
        if fits:
            self.paint(fits)
        if left:
            names = words.zones_label(left, catalogue.zones())
            text = _("Left empty, above your ceiling there: {zones}.").format(zones=names)
            self.toast_asked.emit(Toast(text, "info"))

    def _on_spot_mode(self) -> None:
        self._spotting = not self._spotting
        self._set(replace(self.state, erasing=False))
        self._refresh()

    def _on_all_zones(self) -> None:
        self.sheet_asked.emit("all_zones")

    def _on_erase(self) -> None:
        self._spotting = False
        self._set(replace(self.state, erasing=not self.state.erasing, editing=()))
        self._refresh()

    def _on_confirm_all(self) -> None:
        tip = self._session.tip
        done = carry_over.confirmed_together(self._session, tip.id if tip else None, now())
        self._autosave.did("confirm_all", done)

    # ---------------------------------------------------------------------------- the brush

    def _on_depth(self, depth_um: int) -> None:
        self._change(depth_um=depth_um)

    def _on_use(self, depth_um: int) -> None:
        self._edit_layers("depth", self.state.subject, depth_um=depth_um)

    def _on_passes(self, count: int) -> None:
        self._change(passes=count)

    def _on_techniques(self, chosen: tuple[str, ...]) -> None:
        self._change(techniques=chosen)

    def _on_endpoint(self, code: str) -> None:
        self._edit_layers("endpoint", self.state.subject, endpoint=code)

    def _on_mirror(self, is_on: bool) -> None:
        self._set(replace(self.state, mirror=is_on))

    def _on_back(self) -> None:
        self._set(self.state.back_to_brush())
        self._refresh()

    def _on_serum(self, key: str) -> None:
        if key == OTHER_SERUM:
            self._refresh()
            self.sheet_asked.emit("serum")
            return
        options = serum_options(self._session, self._facts.favourites)
        option = next((o for o in options if o.key == key), None)
        serum = option.serum if option else None
        if self.state.editing:
            session = painting.with_serum(self._session, serum)
            ids = brush_state.last_layer_ids(session, self.state.editing)
            done = painting.edited(session, ids, serum_id=serum.id if serum else None)
            self._autosave.did("serum", done)
        else:
            self.use_serum(serum)

    def use_serum(self, serum: SerumUse | None) -> None:
        """The brush works with this serum from the next tap on."""
        self._set(replace(self.state, brush=replace(self.state.brush, serum=serum)))
        self._refresh()

    def use_tip(self, session: NeedlingSession) -> None:
        """The brush works with the tip that is on the device now."""
        self._set(replace(self.state, brush=replace(self.state.brush, tip=session.tip)))

    def _change(self, **values: object) -> None:
        """A new value for the brush, or for the zones that are being edited."""
        if self.state.editing:
            self._edit_layers("edit", self.state.editing, **values)
        else:
            self._set(replace(self.state, brush=replace(self.state.brush, **values)))  # type: ignore[arg-type]  # the panel's own fields
            self._refresh()

    def _edit_layers(self, what: str, codes: tuple[str, ...], **values: object) -> None:
        ids = brush_state.last_layer_ids(self._session, codes)
        self._autosave.did(what, painting.edited(self._session, ids, **values))

    # ------------------------------------------------------------------------------ showing

    def _on_minutes(self) -> None:
        """Numbing minutes go on by themselves."""
        numbing = self._session.numbing
        if numbing is not None and numbing.off_at is None and self.isVisible():
            self._refresh()

    def _set(self, state: BrushState) -> None:
        self.state = state

    def _refresh(self) -> None:
        self.show_session(self._session)

    def _carry(self, session: NeedlingSession) -> tuple[str, int, bool]:
        waiting = len({layer.zone for layer in session.planned_layers})
        last = self._facts.last
        day = short(last.happened_at.astimezone(self._facts.zone).date()) if last else ""
        return _("Carried over from {day}:").format(day=day), waiting, bool(session.started_at)

    def _use_carried_serum(self, session: NeedlingSession) -> None:
        """The brush goes on with the serum of last time, so that changing a depth is one chip."""
        if self.state.brush.serum is None and session.planned_layers:
            serum = session.serum(session.planned_layers[-1].serum_id)
            techniques = session.planned_layers[-1].techniques
            brush = replace(self.state.brush, serum=serum, techniques=techniques)
            self._set(replace(self.state, brush=brush))

    def _offer_replacing(
        self, codes: tuple[str, ...], before: NeedlingSession, after: NeedlingSession
    ) -> None:
        """A second depth or serum became a layer of its own: say so, and offer the other way."""
        grown = tuple(
            code
            for code in codes
            if len(after.layers_of(code)) > len(before.layers_of(code))
            and before.layers_of(code)
            and not any(layer.is_planned for layer in before.layers_of(code))
        )
        if not grown:
            return
        layers = words.layers_text(after.layers_of(grown[0]))
        text = f"{words.zones_label(grown, catalogue.zones())}: {layers}"
        instead = partial(self.replace_instead, grown)
        self.toast_asked.emit(Toast(text, "info", _("Replace instead"), instead, "layers"))

    def replace_instead(self, codes: tuple[str, ...]) -> None:
        """Keep only the last layer of these zones."""
        self._autosave.did("replace", painting.replaced_instead(self._session, codes))


def _map_to_open(session: NeedlingSession, last: NeedlingSession | None) -> str:
    """The map that shows most of what is worked or was worked last; the face else."""
    zones = {layer.zone for layer in session.layers} or {
        layer.zone for layer in (last.layers if last else ())
    }
    maps = catalogue.maps().values()
    best = max(maps, key=lambda view: len(zones & {zone.zone for zone in view.zones}))
    return best.code if zones else FIRST_MAP
