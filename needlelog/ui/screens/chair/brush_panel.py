"""The right half of Treat: the brush, or the zone that is being edited."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain.depth import (
    STEP_UM,
    STEPPER_HIGH_UM,
    STEPPER_LOW_UM,
    TYPED_STEP_UM,
    number,
    parse_depth,
)
from needlelog.domain.painting import MOST_PASSES
from needlelog.domain.session import NOT_NOTED
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.screens.chair.brush_view import BrushView
from needlelog.ui.screens.chair.guard_line import GuardLine
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.chips import Chip, ChipGroup, Choice
from needlelog.ui.widgets.depth_ruler import DepthRuler
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.segmented import Segment, Segmented
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps

OTHER_SERUM = "other"

_TECHNIQUE_ICONS = {
    "vertical": "lines-vertical",
    "horizontal": "lines-horizontal",
    "diagonal": "lines-diagonal",
    "stamp": "grip",
}


class BrushPanel(QWidget):
    """Values in by `show_view`, what was touched out by signals; it changes nothing itself."""

    depth_set = Signal(int)
    passes_set = Signal(int)
    techniques_set = Signal(tuple)
    endpoint_set = Signal(str)
    serum_set = Signal(str)
    """Key of a serum option, '' for none, 'other' for the sheet."""
    mirror_set = Signal(bool)
    back_asked = Signal()
    tip_asked = Signal()
    numbing_asked = Signal()
    also_done_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel(role="title")
        self.mirror = Chip(Choice("mirror", _("Mirror L/R")), height=48, ticked=True)
        self.back = ActionButton(_("Back to brush"), "arrow-left", height=48)
        self.depth = Stepper(_("Depth"), _DEPTH_STEPS, _DEPTH, button_px=72, value_px=52)
        self.ruler = DepthRuler()
        self.presets = ChipGroup(_("Depths"), "one_or_none", height=60, columns=4)
        self.guard = GuardLine()
        self.passes = Stepper(_("Passes"), Steps(1, MOST_PASSES), _PASSES, value_px=24)
        self.endpoint = Segmented(_("Endpoint"), _endpoints(), height=64)
        self.techniques = ChipGroup(_("Pattern"), "many", height=60, columns=4, stacked=True)
        self.serums = ChipGroup(_("Serum"), "one_or_none", height=60)
        self.tip = ActionButton(_("Device and tip"), "grip", height=56)
        self.numbing = ActionButton(_("Numbing"), "timer", height=56)
        self.also_done = ActionButton(_("Also done today"), "clipboard-list", height=56)
        self._passes_caption = PlainLabel(_("Passes · tap again +1"), "body")
        self._endpoint_caption = PlainLabel(_("Endpoint"), "body")
        self._pattern_caption = PlainLabel(_("Pattern"), "body")
        self._serum_caption = PlainLabel(_("Serum"), "body")
        self._is_compact = False
        self.techniques.set_choices(_techniques())
        self._lay_out()
        self._connect()

    def show_view(self, view: BrushView) -> None:
        """Show the brush or the edited zone as it stands."""
        self.title.setText(view.title)
        self.mirror.setChecked(view.mirror)
        self.mirror.setVisible(not view.is_editing)
        self.back.setVisible(view.is_editing)
        self.depth.set_value(view.depth_um)
        self.depth.set_ink("warn" if view.guard.asks else "ink")
        self.ruler.show_depths(view.depth_um, view.last_um, view.last_caption)
        self._show_presets(view)
        self.guard.show_guard(view.guard)
        self.passes.set_value(view.passes)
        self._passes_caption.setText(_("Passes") if view.is_editing else _("Passes · tap again +1"))
        self.endpoint.set_choice(view.endpoint)
        self.endpoint.setEnabled(view.has_subject)
        self._endpoint_caption.setText(view.endpoint_caption)
        self.techniques.set_chosen(view.techniques)
        self._show_serums(view)
        self.tip.set_text(view.tip.text, view.tip.second)
        self.numbing.set_text(view.numbing.text, view.numbing.second)
        self.also_done.set_text(view.also_done.text, view.also_done.second)

    def set_compact(self, compact: bool) -> None:
        """Smaller buttons and fewer captions, for windows under 1200 px wide or 780 px high."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._fit()

    def _show_presets(self, view: BrushView) -> None:
        tint = theme.current().depth
        self.presets.set_choices(
            [Choice(str(um), number(um), swatch=tint(um).fill) for um in view.presets]
        )
        self.presets.set_chosen([str(view.depth_um)])

    def _show_serums(self, view: BrushView) -> None:
        shown = view.serums[:2]
        chosen = next((o for o in view.serums if o.key == view.serum_key), None)
        if chosen and chosen not in shown:
            shown = (chosen, *shown[:1])
        chips = [
            Choice(o.key, o.label, "" if self._is_compact else o.second, warning=o.cautioned)
            for o in shown
        ]
        self.serums.set_choices([*chips, Choice(OTHER_SERUM, _("Other"))])
        self.serums.set_chosen([view.serum_key])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.mirror)
        head.addWidget(self.back)
        depth = QHBoxLayout()
        depth.setSpacing(20)
        depth.addWidget(self.depth, 3)
        depth.addWidget(self.ruler, 2, Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(self._passes_caption, 0, 0)
        self._grid.addWidget(self._endpoint_caption, 0, 1)
        self._grid.addWidget(self.passes, 1, 0)
        self._grid.addWidget(self.endpoint, 1, 1)
        self._grid.setColumnStretch(1, 1)
        cells = QHBoxLayout()
        cells.setSpacing(8)
        for cell in (self.tip, self.numbing, self.also_done):
            cell.setSizePolicy(cell.sizePolicy().Policy.Ignored, cell.sizePolicy().Policy.Fixed)
            cells.addWidget(cell, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for part in (
            head, depth, self.presets, self.guard, self._grid,
            (self._pattern_caption, self.techniques), (self._serum_caption, self.serums), cells,
        ):  # fmt: skip
            self._add(part)
        self._fit()

    def _add(self, part: object) -> None:
        if self._column.count():
            self._column.addStretch(1)
        if isinstance(part, tuple):
            for widget in part:
                self._column.addWidget(widget)
        elif isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)  # type: ignore[arg-type]  # a layout is all that is left

    def _fit(self) -> None:
        compact = self._is_compact
        margins = (16, 8, 20, 10) if compact else (20, 14, 24, 14)
        self._column.setContentsMargins(*margins)
        self._pattern_caption.setVisible(not compact)
        self._serum_caption.setVisible(not compact)

    def _connect(self) -> None:
        self.mirror.clicked.connect(self.mirror_set)
        self.back.clicked.connect(self.back_asked)
        self.depth.value_changed.connect(self.depth_set)
        self.presets.changed.connect(self._on_preset)
        self.passes.value_changed.connect(self.passes_set)
        self.techniques.changed.connect(self.techniques_set)
        self.endpoint.chosen.connect(self.endpoint_set)
        self.endpoint.cleared.connect(self._on_endpoint_cleared)
        self.serums.changed.connect(self._on_serum)
        self.tip.clicked.connect(self.tip_asked)
        self.numbing.clicked.connect(self.numbing_asked)
        self.also_done.clicked.connect(self.also_done_asked)

    def _on_preset(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self.depth_set.emit(int(chosen[0]))
        else:
            # The depth is what it is: a second tap on its chip changes nothing.
            self.presets.set_chosen([str(self.depth.value())])

    def _on_endpoint_cleared(self) -> None:
        self.endpoint_set.emit(NOT_NOTED)

    def _on_serum(self, chosen: tuple[str, ...]) -> None:
        self.serum_set.emit(chosen[0] if chosen else "")


def _endpoints() -> list[Segment]:
    noted = (choice for choice in catalogue.choices("endpoint").values() if choice.id != NOT_NOTED)
    return [Segment(choice.id, _(choice.label)) for choice in noted]


def _techniques() -> list[Choice]:
    offered = [c for c in catalogue.choices("technique").values() if c.id in _TECHNIQUE_ICONS]
    return [Choice(c.id, _(c.label), icon=_TECHNIQUE_ICONS[c.id]) for c in offered]


def _parse_passes(text: str) -> int:
    plain = text.strip().lstrip("×")
    if plain.isdecimal() and 1 <= int(plain) <= MOST_PASSES:
        return int(plain)
    raise BadValue(_("Type the passes as a number from 1 to {most}.").format(most=MOST_PASSES))


_PASSES = Reading(show=str, parse=_parse_passes)
_DEPTH = Reading(show=number, parse=parse_depth, unit="mm")
_DEPTH_STEPS = Steps(STEPPER_LOW_UM, STEPPER_HIGH_UM, STEP_UM, fine=TYPED_STEP_UM)
