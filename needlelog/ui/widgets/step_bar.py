"""The numbered steps of a visit: which are done, where we are, what comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.painted_button import PaintedButton

_RING = 26


def _ring() -> int:
    return metrics.px(_RING)


@dataclass(frozen=True, slots=True)
class Step:
    """One step by its code and its word."""

    code: str
    text: str


class StepBar(QWidget):
    """Every step can be tapped at any time; the order is offered, never forced."""

    asked = Signal(str)

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.setAccessibleName(_("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons: dict[str, _StepButton] = {}
        for number, step in enumerate(steps, start=1):
            button = _StepButton(number, step)
            button.clicked.connect(partial(self.asked.emit, step.code))
            self._buttons[step.code] = button
            row.addWidget(button)

    def show_progress(self, current: str, done: Iterable[str]) -> None:
        finished = set(done)
        for code, button in self._buttons.items():
            button.show_state(current=code == current, done=code in finished)

    def set_compact(self, compact: bool) -> None:
        """Only numbers, and the word of the current step."""
        for button in self._buttons.values():
            button.set_compact(compact)

    def button(self, code: str) -> PaintedButton:
        return self._buttons[code]


class _StepButton(PaintedButton):
    """A ring with number or check, and the word."""

    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self._number = number
        self._step = step
        self._current = False
        self._done = False
        self._compact = False
        self.show_state(current=False, done=False)

    def show_state(self, current: bool, done: bool) -> None:
        self._current = current
        self._done = done
        state = _("current step") if current else _("done") if done else _("not done")
        self.set_words(self._step.text, spoken=f"{self._number} {self._step.text}, {state}")
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._says_its_word():
            return QSize(max(48, _ring() + 12), metrics.tall(48, _ring()))
        word = QFontMetrics(theme.font(15, 600)).horizontalAdvance(self._step.text)
        return QSize(8 + _ring() + 7 + word + 8, metrics.tall(48, _ring()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "accent-soft" if self._current or self.isDown() else ""
        fill = fill or ("sunken" if self.is_hovered() else "")
        paint_box(painter, QRectF(self.rect()), Look(fill, "", "ink2"))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ring = _ring()
        inset = 8 if self._says_its_word() else (self.width() - ring) / 2
        left = self.width() - inset - ring if mirrored else inset
        self._paint_ring(painter, QRectF(left, (self.height() - ring) / 2, ring, ring))
        if self._says_its_word():
            painter.setPen(theme.current().color("accent" if self._current else "ink2"))
            painter.setFont(theme.font(15, 600 if self._current else 500))
            beside, edge = 8 + ring + 7, 8
            sides = (edge, -beside) if mirrored else (beside, -edge)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(self.rect().adjusted(sides[0], 0, sides[1], 0), flags, self._step.text)
        painter.end()

    def _says_its_word(self) -> bool:
        return self._current or not self._compact

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        colour = theme.current().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(self._ring_fill()))
        edge = "accent" if self._done or self._current else "ctl"
        painter.setPen(QPen(colour(edge), 1))
        painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._done and not self._current:
            paint_icon(painter, "check", "accent", ring.topLeft() + QPointF(4, 4), _ring() - 8)
            return
        painter.setPen(colour("on-accent" if self._current else "ink2"))
        painter.setFont(theme.font(14, 600))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _ring_fill(self) -> str:
        if self._current:
            return "accent"
        return "accent-soft" if self._done else "surface"
