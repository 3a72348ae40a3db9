"""The foot of the chair on every step: clock, what is saved, what is open, undo, and the way on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.close_out import Item
from needlelog.i18n import _
from needlelog.ui import display, metrics, tab_order, theme
from needlelog.ui.clock import now
from needlelog.ui.widgets.beside import Beside
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.close_out_strip import CloseOutItem, CloseOutStrip, State
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.surface import Surface

_UNDO_PX = 164


class BottomBar(Surface):
    stop_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    back_asked = Signal()
    next_asked = Signal()
    item_asked = Signal(str)
    retry_asked = Signal()

    def __init__(self) -> None:
        super().__init__(top_line=True)
        self.clock = PlainLabel("00:00:00", "value", tabular=True)
        self.saved = PlainLabel(role="body")
        self._saved_mark = IconLabel("circle-check", "ok", 18)
        self._clock_mark = IconLabel("clock", "ink2", 22)
        self.retry = ActionButton(_("Retry"), kind="danger", height=48)
        self.strip = CloseOutStrip(_("Still open in this session"))
        self.stop = ActionButton(_("Stop"), "hand", kind="danger", height=64, guarded=True)
        self.undo = ActionButton(icon="undo-2", height=64, name=_("Undo"))
        self.redo = ActionButton(icon="redo-2", height=64, name=_("Redo"))
        self.back = ActionButton(_("Back"), "arrow-left", height=64, guarded=True)
        self.next = ActionButton(_("Next"), kind="primary", height=64, guarded=True)
        self._started: datetime | None = None
        self._ended: datetime | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._second.start()
        self._compact = False
        self._lay_out()
        self._connect()
        self.retry.hide()
        self.set_compact(False)

    def show_clock(self, started: datetime | None, ended: datetime | None) -> None:
        """Needling time: runs from the first painted zone until the session is signed."""
        self._started, self._ended = started, ended
        self.clock.set_ink("ink" if started else "muted")
        self._tick()

    def show_items(self, done: dict[Item, bool], is_signed: bool = False) -> None:
        """The strip: what is noted, and what is a gap as long as it can be closed."""
        gap: State = "closed" if is_signed else "gap"
        labels = {
            Item.LOTS: _("Lots"),
            Item.REACTIONS: _("Reactions"),
            Item.AFTERCARE: _("Aftercare"),
            Item.NEXT_DATE: _("Next date"),
        }
        self.strip.show_items(
            [CloseOutItem(i, labels[i], "done" if done[i] else gap) for i in Item]
        )

    def show_saved(self, text: str) -> None:
        self._say(text, "circle-check", "ok", "ink2")
        self.retry.hide()

    def show_not_saved(self, text: str) -> None:
        self._say(text, "octagon-alert", "danger", "danger")
        self.retry.show()

    def show_undo(self, undone_next: str, count: int, redo: str) -> None:
        """Names of the steps that Undo and Redo stand for; '' where there is none."""
        self.undo.setEnabled(bool(undone_next))
        self.redo.setEnabled(bool(redo))
        words = _("Undo ×{n}").format(n=count) if count > 1 else _("Undo")
        words = "" if self._compact or not count else words
        self.undo.set_text(words, name=_("Undo {step}").format(step=undone_next))
        self.redo.set_text("", name=_("Redo {step}").format(step=redo))

    def show_step(
        self, next_text: str, back_text: str, is_treat: bool, is_signed: bool = False
    ) -> None:
        self.next.set_text(next_text)
        self.next.setVisible(bool(next_text))
        self.back.set_text("" if self._compact else back_text, name=back_text or _("Back"))
        self.back.setVisible(bool(back_text))
        self.stop.setVisible(is_treat)
        # Always there and always as wide: a second tap must never meet another button.
        for button in (self.undo, self.redo):
            button.setVisible(bool(next_text) and not is_signed)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.strip.set_compact(compact)
        metrics.at_least(self, height=72 if compact else 80)
        self.stop.set_text("" if compact else _("Stop"), name=_("Stop the session"))
        self.clock.setFont(theme.font(24 if compact else 28, 600, tabular=True))
        self._clock_mark.setVisible(not compact)
        metrics.fix(self.undo, width=64 if compact else _UNDO_PX)
        metrics.fix(self.redo, width=64)

    def _say(self, text: str, icon: str, mark: str, ink: str) -> None:
        self.saved.setText(text)
        self.saved.set_ink(ink)
        self._saved_mark.show_icon(icon, mark)

    def _lay_out(self) -> None:
        times = QGridLayout()
        times.setHorizontalSpacing(8)
        times.setVerticalSpacing(0)
        for row_beside in (0, 3):
            times.setRowStretch(row_beside, 1)
        times.addWidget(self._clock_mark, 1, 0)
        times.addWidget(self.clock, 1, 1)
        times.addWidget(self._saved_mark, 2, 0)
        times.addWidget(self.saved, 2, 1)
        state = QWidget()
        row = _row(state)
        row.addLayout(times)
        row.addWidget(self.retry)
        row.addWidget(self.strip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        ways = QWidget()
        self._ways = _row(ways)
        self._ways.addStretch(1)
        for button in (self.stop, self.undo, self.redo, self.back, self.next):
            self._ways.addWidget(button)
        self._halves = Beside((state, ways), (1, 0))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 4, 24, 4)
        whole.addWidget(self._halves)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hand()

    def _show_hand(self) -> None:
        """The way on lies where the hand that holds the pen is."""
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        is_left, way = display.is_left_handed(), QBoxLayout.Direction
        mirrored = is_left is not is_rtl
        self._halves.set_mirrored(mirrored)
        self._ways.setDirection(way.RightToLeft if mirrored else way.LeftToRight)
        buttons = (self.stop, self.undo, self.redo, self.back, self.next)
        state = (self.retry, self.strip)
        read = (*buttons[::-1], *state) if mirrored else (*state, *buttons)
        tab_order.one_after_the_other(read)

    def _connect(self) -> None:
        self.strip.asked.connect(self.item_asked)
        for button, signal in (
            (self.stop, self.stop_asked), (self.undo, self.undo_asked),
            (self.redo, self.redo_asked), (self.back, self.back_asked),
            (self.next, self.next_asked), (self.retry, self.retry_asked),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def _tick(self) -> None:
        if self._started is None:
            self.clock.setText("00:00:00")
        else:
            self.clock.setText(dates.elapsed((self._ended or now()) - self._started))


def _row(part: QWidget) -> QBoxLayout:
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    return row
