"""Every zone as a row of buttons, for whoever would rather not aim at the map."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain.reference import Region, Side, Zone
from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui import metrics, words
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.content import SheetContent, information, side_by_side
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel


class AllZonesContent(SheetContent):
    """A tap paints with the brush and the list stays open for the next one."""

    zones_picked = Signal(tuple)

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self.rows: dict[str, ZoneButtons] = {}
        self.body.setSpacing(8)
        titles = {
            Region.FACE: _("Face"), Region.NECK: _("Neck"),
            Region.SCALP: _("Scalp"), Region.BODY: _("Body"),
        }  # fmt: skip
        for region, title in titles.items():
            self.body.addWidget(PlainLabel(title, "heading"))
            for zone in catalogue.zones().values():
                if zone.region is region and zone.side is not Side.RIGHT:
                    self._add_row(zone)
        self._show()

    def _add_row(self, zone: Zone) -> None:
        row = ZoneButtons(zone)
        row.picked.connect(self.zones_picked)
        self.rows[zone.code] = row
        self.body.addWidget(row)

    def _show(self) -> None:
        for row in self.rows.values():
            row.show_session(self._session)


class ZoneButtons(QWidget):
    """One zone, or left and right of it."""

    picked = Signal(tuple)

    def __init__(self, zone: Zone) -> None:
        super().__init__()
        self._codes = (zone.code, zone.mirror) if zone.mirror else (zone.code,)
        self.name = PlainLabel(_(zone.pair_label or zone.short), "chair", wrap=True)
        self.painted = information()
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.name)
        text.addWidget(self.painted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(text, 2)
        self.buttons = self._made_buttons(zone)
        row.addLayout(side_by_side(*self.buttons, gap=8), 3)
        metrics.at_least(self, height=64)

    def show_session(self, session: NeedlingSession) -> None:
        sides = [_sided(code, session, len(self._codes) > 1) for code in self._codes]
        self.painted.setText(" · ".join(side for side in sides if side))
        self.painted.setVisible(any(sides))

    def _made_buttons(self, zone: Zone) -> tuple[ActionButton, ...]:
        if zone.mirror is None:
            return (self._button(_("Paint"), _(zone.label), (zone.code,)),)
        right = catalogue.zones()[zone.mirror]
        return (
            self._button(_("L"), _(zone.label), (zone.code,)),
            self._button(_("L + R"), _(zone.pair_label), (zone.code, zone.mirror)),
            self._button(_("R"), _(right.label), (zone.mirror,)),
        )

    def _button(self, text: str, name: str, codes: tuple[str, ...]) -> ActionButton:
        button = ActionButton(text, height=64, name=_("Paint {zone}").format(zone=name))
        # As wide as there is room: one column for all rows, and no aiming.
        button.setSizePolicy(button.sizePolicy().Policy.Ignored, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(partial(self._pick, codes))
        return button

    def _pick(self, codes: tuple[str, ...]) -> None:
        self.picked.emit(codes)


def _sided(code: str, session: NeedlingSession, names_side: bool) -> str:
    """'L 1.5 ×4 + 0.5 ×2'; a layer nobody confirmed says so."""
    layers = session.layers_of(code)
    if not layers:
        return ""
    text = words.layers_text(layers)
    if all(layer.is_planned for layer in layers):
        text = _("{layers}, not confirmed").format(layers=text)
    if not names_side:
        return text
    side = _("L") if catalogue.zones()[code].side is Side.LEFT else _("R")
    return f"{side} {text}"
