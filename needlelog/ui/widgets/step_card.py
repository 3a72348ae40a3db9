"""One of several steps that are taken one after the other on one page."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.face import paint_icon
from needlelog.ui.widgets.labels import PlainLabel

State = Literal["waiting", "open", "done"]

_BADGE_PX = 36
_TICK_PX = 20
_PADDING = 20
_GAP = 16


class StepCard(QWidget):
    """Waiting it says what comes, open it has its fields, done it says what was answered."""

    change_asked = Signal()

    def __init__(self, number: int, title: str, hint: str, body: QWidget) -> None:
        super().__init__()
        self._hint = hint
        self._state: State = "waiting"
        self._badge = _Badge(number)
        self._title = PlainLabel(title, "heading", wrap=True)
        self._line = PlainLabel(hint, "body", wrap=True)
        self._line.set_ink("ink2")
        self.change = ActionButton(
            _("Change"), height=44, name=_("Change: {step}").format(step=title)
        )
        self.change.clicked.connect(self.change_asked)
        self.body = body
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self.show_state("waiting")

    def show_state(self, state: State, answer: str = "") -> None:
        """`answer` is what a step that is done says in place of its hint."""
        self._state = state
        self._badge.show_state(state)
        self._line.setText(answer if state == "done" else self._hint)
        self.body.setVisible(state == "open")
        self.change.setVisible(state == "done")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        is_open = self._state == "open"
        wide = 2.0 if is_open else 1.0
        colour = theme.current().color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent" if is_open else "line"), wide))
        painter.setBrush(colour("surface"))
        edge = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
        painter.end()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.change)
        below = QHBoxLayout()
        below.setContentsMargins(_BADGE_PX + _GAP, 0, 0, 0)
        below.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 16, _PADDING, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(below)


class _Badge(PlainLabel):
    """The number of the step, or a tick once it is done."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number), "card")
        self._state: State = "waiting"
        metrics.fix(self, width=_BADGE_PX, height=_BADGE_PX)

    def show_state(self, state: State) -> None:
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().color
        waits = self._state == "waiting"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("ctl" if waits else "accent"), 1))
        painter.setBrush(colour("surface" if waits else "accent"))
        circle = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawEllipse(circle)
        if self._state == "done":
            px = metrics.px(_TICK_PX)
            corner = circle.center() - QPointF(px / 2, px / 2)
            paint_icon(painter, "check", "on-accent", corner, px)
        else:
            painter.setFont(theme.font(17, 600))
            painter.setPen(colour("ink2" if waits else "on-accent"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
