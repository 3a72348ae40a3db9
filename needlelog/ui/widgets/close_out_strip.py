"""What a visit still lacks, always in sight: one tap opens the gap, nothing is ever locked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.painted_button import PaintedButton

State = Literal["done", "gap", "declined", "closed"]

_WIDE = 94
_COMPACT = 75
_MARK_PX = 26  # the ring, with the air above it


@dataclass(frozen=True, slots=True)
class CloseOutItem:
    """One thing to close: done, a gap, declined by the client, or left open for good."""

    code: str
    text: str
    state: State = "gap"

    def spoken(self) -> str:
        words = {
            "done": _("done"), "gap": _("not done"), "declined": _("declined"),
            "closed": _("not noted"),
        }  # fmt: skip
        return f"{self.text}, {words[self.state]}"


class CloseOutStrip(QWidget):
    """One frame of items in a fixed order."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._compact = False
        self._buttons: dict[str, _CloseOutButton] = {}

    def show_items(self, items: Sequence[CloseOutItem]) -> None:
        """Show these items; the buttons stay while the codes are the same, and so does focus."""
        if list(self._buttons) != [item.code for item in items]:
            self._rebuild(items)
        for item in items:
            self._buttons[item.code].show_item(item)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        for button in self._buttons.values():
            button.set_compact(compact)

    def button(self, code: str) -> PaintedButton:
        return self._buttons[code]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look("surface", "ctl", "ink"))
        painter.setPen(QPen(theme.current().color("line"), 1))
        for button in list(self._buttons.values())[1:]:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = button.x() + button.width() if mirrored else button.x()
            painter.drawLine(QPoint(x, 1), QPoint(x, self.height() - 2))
        painter.end()

    def _rebuild(self, items: Sequence[CloseOutItem]) -> None:
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for item in items:
            button = _CloseOutButton(item)
            button.set_compact(self._compact)
            button.clicked.connect(partial(self.asked.emit, item.code))
            self._buttons[item.code] = button
            self._row.addWidget(button)


class _CloseOutButton(PaintedButton):
    """A check in a ring, an amber or a grey dot, or a grey check, over the word."""

    def __init__(self, item: CloseOutItem) -> None:
        super().__init__()
        self._compact = False
        self.show_item(item)

    def show_item(self, item: CloseOutItem) -> None:
        self._item = item
        self.set_words(item.text, spoken=item.spoken())
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        word = QFontMetrics(theme.font(self._px(), 600)).horizontalAdvance(self._item.text)
        tall = metrics.tall(64, _MARK_PX + metrics.px(self._px() + 6))
        return QSize(max(_COMPACT if self._compact else _WIDE, word + 10), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.is_hovered():
            fill = "accent-soft" if self.isDown() else "sunken"
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint_box(painter, inside, Look(fill, "", "ink"), radius=9)
        self._paint_state(painter)
        gap = self._item.state == "gap"
        painter.setPen(theme.current().color("ink" if gap else "ink2"))
        painter.setFont(theme.font(self._px(), 600 if gap else 500))
        painter.drawText(
            self.rect().adjusted(0, 32, 0, -6), Qt.AlignmentFlag.AlignCenter, self._item.text
        )
        painter.end()

    def _paint_state(self, painter: QPainter) -> None:
        middle = self.width() / 2
        if self._item.state in ("gap", "closed"):
            token = "warn" if self._item.state == "gap" else "muted"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().color(token))
            painter.drawEllipse(QPointF(middle, 20), 6.5, 6.5)
            return
        token = "ok" if self._item.state == "done" else "muted"
        paint_icon(painter, "circle-check", token, QPointF(middle - 11, 9), 22)

    def _px(self) -> int:
        return 14 if self._compact else 16
