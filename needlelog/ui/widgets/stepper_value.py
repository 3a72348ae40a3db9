"""The number between minus and plus, painted big; a screen reader takes it for a slider."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from needlelog.i18n import _
from needlelog.ui import metrics, theme

_UP = (Qt.Key.Key_Up, Qt.Key.Key_Plus)
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Minus)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)


class StepperValue(QAbstractSlider):
    """Shows what it is told and reports what was wished; it never changes its value by itself."""

    step_asked = Signal(bool, bool)
    entry_asked = Signal(str)

    def __init__(self, name: str, px: int) -> None:
        super().__init__()
        self._name = name
        self._unit = ""
        self._px = px
        self._text = ""
        self._ink = "ink"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_value(self, value: int, text: str, unit: str) -> None:
        """`value` is what a screen reader's slider stands at, `text` and `unit` what is read."""
        self._text = text
        self._unit = unit
        self.setAccessibleName(f"{self._name}, {text} {unit}".rstrip())
        self.blockSignals(True)  # only a screen reader's own change is news
        self.setRange(min(self.minimum(), value), max(self.maximum(), value))
        self.setValue(value)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def show_nothing(self) -> None:
        """No value yet: a dash for the eye, words for the ear."""
        self.show_value(self.minimum(), "–", "")
        self.setAccessibleName(_("{name}, not noted").format(name=self._name))

    def set_ink(self, token: str) -> None:
        """The colour of the number: ink, or warn where it asks for attention."""
        self._ink = token
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._big()).horizontalAdvance(self._text) + self._unit_width()
        return QSize(round(wide) + 12, metrics.px(self._px + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _UP or event.key() in _DOWN:
            self.step_asked.emit(event.key() in _UP, fine)
        elif event.key() in _OPEN:
            self.entry_asked.emit("")
        elif event.text().isdigit():
            self.entry_asked.emit(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.entry_asked.emit("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a depth must never change by a passing wheel

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        big = self._big()
        number = QFontMetricsF(big).horizontalAdvance(self._text)
        left = (self.width() - number - self._unit_width()) / 2
        baseline = (self.height() + QFontMetricsF(big).capHeight()) / 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        number_left = left + (self._unit_width() if mirrored else 0)
        painter.setPen(theme.current().color(self._ink if self.isEnabled() else "disabled-text"))
        painter.setFont(big)
        painter.drawText(int(number_left), int(baseline), self._text)
        if self._unit:
            painter.setPen(theme.current().color("ink2" if self.isEnabled() else "disabled-text"))
            painter.setFont(self._small())
            unit_left = left if mirrored else left + number + 5
            painter.drawText(int(unit_left), int(baseline), self._unit)
        painter.end()

    def _big(self) -> QFont:
        font = theme.font(self._px, 600, tabular=True)
        if self._px >= 44:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -1.5)
        return font

    def _small(self) -> QFont:
        return theme.font(20 if self._px >= 44 else 15, 500)

    def _unit_width(self) -> float:
        if not self._unit:
            return 0.0
        return 5 + QFontMetricsF(self._small()).horizontalAdvance(self._unit)
