"""The right half of Treat: the brush, or the zone that is being edited."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain.depth import STEP_UM, TYPED_STEP_UM, number
from needlelog.domain.device import Reach
from needlelog.domain.painting import MOST_PASSES
from needlelog.domain.session import NOT_NOTED
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.screens.chair.brush_state import PATTERNS
from needlelog.ui.screens.chair.brush_view import BrushView
from needlelog.ui.screens.chair.guard_line import GuardLine
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.chips import Chip, ChipGroup, Choice
from needlelog.ui.widgets.depth_ruler import DepthRuler
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import ElidedLabel, PlainLabel
from needlelog.ui.widgets.segmented import Segment, Segmented
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps
from needlelog.ui.widgets.surface import Surface

OTHER_SERUM = "other"
_SERUM_GAP_PX, _LEAST_SERUM_PX = 8, 120


class BrushPanel(Surface):
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

    def __init__(self, compact: bool = False) -> None:
        """`compact` is for windows under 1200 px wide or 780 px high."""
        super().__init__(left_line=True)
        self._is_compact = compact
        self._shown_serums: tuple[str, ...] = ()
        # While Qt lays the panel out no chip in it may ask for another place.
        self._soon = QTimer(self, singleShot=True)
        small, big = (56, 64) if compact else (60, 72)
        self.mark = IconLabel("paintbrush", "accent", 28)
        self.title = PlainLabel(role="title", wrap=True)
        self.mirror = Chip(Choice("mirror", _("Mirror L/R")), height=48, ticked=True)
        self.back = ActionButton(_("Back to brush"), "arrow-left", height=48)
        any_device = Reach()
        self.needle = Stepper(
            _("Depth"), _depth_steps(any_device), _depth_reading(any_device), big,
            44 if compact else 52,
        )  # fmt: skip
        self.ruler = DepthRuler()
        self.presets = ChipGroup(
            _("Depths"), "one_or_none", height=52 if compact else 60, columns=3
        )
        self.guard = GuardLine(compact)
        self.passes = Stepper(_("Passes"), Steps(1, MOST_PASSES), PASSES, value_px=24)
        self.endpoint = Segmented(_("Endpoint"), _endpoints(), height=64, clearable=True)
        self.techniques = ChipGroup(_("Pattern"), "many", height=small, columns=4, stacked=True)
        self.serums = ChipGroup(_("Serum"), "one_or_none", height=60)
        self.serum = ActionButton(_("Serum"), "droplets", height=56)
        self.tip = ActionButton(_("Device and tip"), "grip", height=56)
        self.numbing = ActionButton(_("Numbing"), "timer", height=56)
        self.also_done = self._made_also_done(compact)
        self._passes_caption = PlainLabel(_("Passes · tap again +1"), "body")
        self._endpoint_caption = ElidedLabel(_("Endpoint"), "body")
        self.serum_caption = ElidedLabel(_("Serum"), "body")
        metrics.fix(self.passes, width=190 if compact else 208)
        self.techniques.set_choices(_techniques())
        self._lay_out()
        self._connect()

    def show_view(self, view: BrushView) -> None:
        """Show the brush or the edited zone as it stands."""
        self.title.setText(view.title)
        self.mark.setVisible(not view.is_editing)
        self.mirror.setChecked(view.mirror)
        self.mirror.setVisible(not view.is_editing)
        self.back.setVisible(view.is_editing)
        self.needle.set_steps(_depth_steps(view.reach), _depth_reading(view.reach))
        self.needle.set_value(view.depth_um)
        self.needle.set_ink("warn" if view.guard.asks else "ink")
        self.ruler.set_brush(view.depth_um)
        self.ruler.set_last(view.last_um, view.last_caption)
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
        if self._is_compact:
            self.serum.set_text(view.serum.text, view.serum.second, view.serum.spoken)
            self.serum.set_icon("triangle-alert" if view.serum.spoken else "droplets")
            self.serum.set_kind("warning" if view.serum.spoken else "secondary")
        else:
            self.also_done.set_text(view.also_done.text, view.also_done.second)

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
        chips = [Choice(o.key, o.label, o.second, warning=o.cautioned) for o in shown]
        self.serums.set_choices([*chips, Choice(OTHER_SERUM, _("Other"))])
        self.serum_caption.setText(view.serum_caption or _("Serum"))
        self.serum_caption.set_ink("warn" if view.serum_caption else "ink")
        self._shown_serums = tuple(option.key for option in shown)
        self._share_the_serum_row()
        self.serums.set_chosen([view.serum_key])

    def _share_the_serum_row(self) -> None:
        """A long name must not take the room of the others: there is no second row."""
        if not self._shown_serums:
            return
        margins, count = self.column.contentsMargins(), len(self._shown_serums)
        other = self.serums.chip(OTHER_SERUM).sizeHint().width()
        room = self.width() - margins.left() - margins.right() - other - count * _SERUM_GAP_PX
        for key in self._shown_serums:
            self.serums.chip(key).setMaximumWidth(max(_LEAST_SERUM_PX, room // count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def _lay_out(self) -> None:
        compact = self._is_compact
        column = self.column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(*((16, 8, 20, 8) if compact else (20, 14, 24, 14)))
        pattern: list[QWidget] = [self.techniques]
        serum: list[QWidget] = [] if compact else [self.serum_caption, self.serums]
        if not compact:
            pattern.insert(0, PlainLabel(_("Pattern"), "body"))
        for index, part in enumerate(
            (
                self._head(), self._depth_row(), self.presets, self.guard,
                self._passes_and_endpoint(), *_stacked(pattern), *_stacked(serum), self._cells(),
            )
        ):  # fmt: skip
            if index:
                column.addStretch(1)
            column.addWidget(part)

    def _head(self) -> QWidget:
        head = QWidget()
        row = _row(head)
        row.addWidget(self.mark)
        row.addWidget(self.title, 1)
        if self._is_compact:
            row.addWidget(self.also_done)
        row.addWidget(self.mirror)
        row.addWidget(self.back)
        return head

    def _depth_row(self) -> QWidget:
        depth = QWidget()
        row = _row(depth)
        row.setSpacing(12 if self._is_compact else 20)
        row.addWidget(self.needle, 3)
        row.addWidget(self.ruler, 2, Qt.AlignmentFlag.AlignVCenter)
        return depth

    def _passes_and_endpoint(self) -> QWidget:
        both = QWidget()
        grid = QGridLayout(both)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12 if self._is_compact else 16)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._passes_caption, 0, 0)
        grid.addWidget(self._endpoint_caption, 0, 1)
        grid.addWidget(self.passes, 1, 0)
        grid.addWidget(self.endpoint, 1, 1)
        grid.setColumnStretch(1, 1)
        return both

    def _cells(self) -> QWidget:
        cells = QWidget()
        row = _row(cells)
        mine = (self.serum, self.tip, self.numbing)
        for cell in mine if self._is_compact else (self.tip, self.numbing, self.also_done):
            cell.setSizePolicy(cell.sizePolicy().Policy.Ignored, cell.sizePolicy().Policy.Fixed)
            row.addWidget(cell, 1)
        return cells

    def _made_also_done(self, compact: bool) -> ActionButton:
        name = _("Also done today")
        if compact:
            return ActionButton(icon="clipboard-list", height=48, name=name)
        return ActionButton(name, "clipboard-list", height=56)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._share_the_serum_row)
        self.mirror.clicked.connect(self.mirror_set)
        self.back.clicked.connect(self.back_asked)
        self.needle.value_changed.connect(self.depth_set)
        self.presets.changed.connect(self._on_preset)
        self.passes.value_changed.connect(self.passes_set)
        self.techniques.changed.connect(self.techniques_set)
        self.endpoint.chosen.connect(self.endpoint_set)
        self.endpoint.cleared.connect(self._on_endpoint_cleared)
        self.serums.changed.connect(self._on_serum)
        self.serum.clicked.connect(partial(self.serum_set.emit, OTHER_SERUM))
        self.tip.clicked.connect(self.tip_asked)
        self.numbing.clicked.connect(self.numbing_asked)
        self.also_done.clicked.connect(self.also_done_asked)

    def _on_preset(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self.depth_set.emit(int(chosen[0]))
        else:
            # The depth is what it is: a second tap on its chip changes nothing.
            self.presets.set_chosen([str(self.needle.value())])

    def _on_endpoint_cleared(self) -> None:
        self.endpoint_set.emit(NOT_NOTED)

    def _on_serum(self, chosen: tuple[str, ...]) -> None:
        self.serum_set.emit(chosen[0] if chosen else "")


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row


def _stacked(widgets: list[QWidget]) -> list[QWidget]:
    """The widgets under each other as one, nothing for none."""
    if len(widgets) < 2:
        return widgets
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return [stack]


def _endpoints() -> list[Segment]:
    noted = (choice for choice in catalogue.choices("endpoint").values() if choice.id != NOT_NOTED)
    return [Segment(choice.id, _(choice.label)) for choice in noted]


def _techniques() -> list[Choice]:
    offered = [c for c in catalogue.choices("technique").values() if c.id in PATTERNS]
    return [Choice(c.id, _(c.label), icon=f"pattern-{c.id}") for c in offered]


def _parse_passes(text: str) -> int:
    plain = text.strip().lstrip("×")
    if plain.isdecimal() and 1 <= int(plain) <= MOST_PASSES:
        return int(plain)
    raise BadValue(_("Type the passes as a number from 1 to {most}.").format(most=MOST_PASSES))


def _depth_steps(reach: Reach) -> Steps:
    return Steps(reach.low_um, reach.high_um, STEP_UM, fine=TYPED_STEP_UM)


def _depth_reading(reach: Reach) -> Reading:
    return Reading(show=number, parse=reach.parse, unit="mm")


PASSES = Reading(show=str, parse=_parse_passes)
