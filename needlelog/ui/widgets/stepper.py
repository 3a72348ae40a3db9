"""A number with big minus and plus; tapping the number opens typed entry."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labelled import mark_wrong
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.stepper_value import StepperValue

REPEAT_AFTER_MS = 400
REPEAT_EVERY_MS = 150


@dataclass(frozen=True, slots=True)
class Steps:
    """How far and in which steps; `start` is where an unknown value begins.

    With Shift the step is `fine`, if there is one.
    """

    low: int
    high: int
    step: int = 1
    start: int | None = None
    fine: int | None = None

    def stepped(self, value: int | None, up: bool, fine: bool = False) -> int:
        """The next value on the grid, above or below one that may have been typed off it."""
        if value is None:
            return self.low if self.start is None else self.start
        step = self.fine if fine and self.fine else self.step
        on_grid = value // step + 1 if up else -(-value // step) - 1
        return min(max(on_grid * step, self.low), self.high)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a value is written and read. `parse` raises BadValue with the sentence to show."""

    show: Callable[[int], str]
    parse: Callable[[str], int]
    unit: str = ""


class Stepper(QWidget):
    """Minus, value, plus. None is 'not noted' until somebody touches it."""

    value_changed = Signal(int)

    def __init__(
        self, name: str, steps: Steps, reading: Reading, button_px: int = 64, value_px: int = 28
    ) -> None:
        super().__init__()
        self._steps = steps
        self._reading = reading
        self._value: int | None = None
        self._minus = self._made_button("minus", _("{name}, less").format(name=name), button_px)
        self._plus = self._made_button("plus", _("{name}, more").format(name=name), button_px)
        self._shown = StepperValue(name, value_px)
        self._entry = _made_entry(name, min(value_px, 28))
        self._error = PlainLabel(role="label", wrap=True)
        self._error.set_ink("danger")
        self._error.hide()
        self._middle = QStackedLayout()
        self._lay_out()
        self._connect()
        self.set_value(None)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value without reporting it."""
        self._value = value
        low, high = self._steps.low, self._steps.high
        if value is None:
            self._shown.show_nothing()
        else:
            self._shown.show_value(value, self._reading.show(value), self._reading.unit)
        self._minus.setEnabled(value is None or value > low)
        self._plus.setEnabled(value is None or value < high)

    def set_steps(self, steps: Steps, reading: Reading) -> None:
        """Other limits, and how a typed value is read; what stands there stays as it is."""
        self._reading = reading
        if steps != self._steps:
            self._steps = steps
            self._shown.blockSignals(True)  # Qt would pull the value inside, and report it
            self._shown.setRange(steps.low, steps.high)
            self._shown.blockSignals(False)
            self.set_value(self._value)

    def set_ink(self, token: str) -> None:
        """The colour of the number: ink, or warn where it asks for attention."""
        self._shown.set_ink(token)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_typing():
            self._close_entry()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._error)
        row.addWidget(self._minus)
        row.addLayout(self._middle, 1)
        # A stack shows its first page at once: before it has its place that would be a window.
        self._middle.addWidget(self._shown)
        self._middle.addWidget(self._entry)
        row.addWidget(self._plus)
        self._shown.setRange(self._steps.low, self._steps.high)
        self.setFocusProxy(self._shown)

    def _connect(self) -> None:
        self._minus.clicked.connect(self._on_minus)
        self._plus.clicked.connect(self._on_plus)
        self._shown.step_asked.connect(self._step)
        self._shown.entry_asked.connect(self._open_entry)
        self._shown.valueChanged.connect(self._take)
        self._entry.editingFinished.connect(self._read_entry)

    def _made_button(self, icon: str, name: str, px: int) -> ActionButton:
        button = ActionButton(icon=icon, height=px, name=name)
        button.setAutoRepeat(True)
        button.setAutoRepeatDelay(REPEAT_AFTER_MS)
        button.setAutoRepeatInterval(REPEAT_EVERY_MS)
        # The value itself takes the keys; two more stops per stepper would be in the way.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _on_minus(self) -> None:
        self._step(False, _shift_is_down())

    def _on_plus(self) -> None:
        self._step(True, _shift_is_down())

    def _step(self, up: bool, fine: bool) -> None:
        self._read_entry()
        at_the_end = not (self._plus if up else self._minus).isEnabled()
        if not self._is_typing() and not at_the_end:
            self._take(self._steps.stepped(self._value, up, fine))

    def _take(self, value: int) -> None:
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)

    def _is_typing(self) -> bool:
        return self._middle.currentWidget() is self._entry

    def _open_entry(self, first: str) -> None:
        shown = "" if self._value is None else self._reading.show(self._value)
        self._entry.setText(first or shown)
        self._middle.setCurrentWidget(self._entry)
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)
        if not first:
            self._entry.selectAll()

    def _read_entry(self) -> None:
        if not self._is_typing():
            return
        try:
            value = self._reading.parse(self._entry.text())
        except BadValue as wrong:
            self._show_error(str(wrong))
            return
        self._close_entry()
        self._take(value)

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()
        mark_wrong(self._entry, True)
        self._entry.setAccessibleDescription(sentence)

    def _close_entry(self) -> None:
        if not self._is_typing():
            return
        had_focus = self._entry.hasFocus()
        self._error.hide()
        mark_wrong(self._entry, False)
        self._entry.setAccessibleDescription("")
        self._entry.blockSignals(True)  # hiding it would tell that typing is finished
        self._middle.setCurrentWidget(self._shown)
        self._entry.blockSignals(False)
        if had_focus:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)


def _made_entry(name: str, px: int) -> QLineEdit:
    entry = QLineEdit()
    entry.setFont(theme.font(px, 600, tabular=True))
    entry.setAlignment(Qt.AlignmentFlag.AlignCenter)
    metrics.at_least(entry, width=88)
    metrics.one_line(entry, 48)
    entry.setAccessibleName(name)
    return entry


def _shift_is_down() -> bool:
    return bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
