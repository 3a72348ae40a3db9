"""A row that is one button: an hour, a name, a fact at the far edge, and a tick."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

_PADDING = 14
_HOUR_PX = 52
_ICON_PX = 20
_LINE_PX = 23


class TimedRow(PaintedButton):
    def __init__(self, hour: str, name: str, fact: str, spoken: str) -> None:
        super().__init__()
        self._hour, self._name, self._fact = hour, name, fact
        self.set_words(name, spoken=spoken)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        name, fact = self._rooms()
        cut = _wide(self._name, 600, 16) > name.width() or _wide(self._fact, 400, 14) > fact.width()
        self.setToolTip(plain_tooltip(f"{self._name}\n{self._fact}") if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "accent-soft" if self.isDown() else ("sunken" if self.is_hovered() else "")
        paint_box(painter, QRectF(self.rect()), Look(fill, "", "ink"), radius=8)
        name, fact = self._rooms()
        hour = QRect(_PADDING, 0, metrics.px(_HOUR_PX), self.height())
        near = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        far = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for room, text, weight, px, ink, edge in (
            (hour, self._hour, 400, 14, "muted", near),
            (name, self._name, 600, 16, "ink", near),
            (fact, self._fact, 400, 14, "muted", far),
        ):
            font = theme.font(px, weight)
            painter.setFont(font)
            painter.setPen(theme.current().color(ink))
            cut = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(text, cut, room.width())
            painter.drawText(self._sided(room), edge, shown)
        px = metrics.px(_ICON_PX)
        tick = QRect(self.width() - _PADDING - px, (self.height() - px) // 2, px, 0)
        paint_icon(painter, "circle-check", "ok", QRectF(self._sided(tick)).topLeft(), px)
        painter.end()

    def _rooms(self) -> tuple[QRect, QRect]:
        """For the name and for the fact, which has half of the row where both are long."""
        left = _PADDING + metrics.px(_HOUR_PX)
        right = self.width() - _PADDING - metrics.px(_ICON_PX) - 12
        wide = _wide(self._name, 600, 16)
        fact = _wide(self._fact, 400, 14)
        room = right - left - 16
        fact = min(fact, max(room - wide, room // 2))
        name = room - fact
        tall = self.height()
        return QRect(left, 0, name, tall), QRect(right - fact, 0, fact, tall)

    def _tall(self) -> int:
        return metrics.tall(56, metrics.px(_LINE_PX))

    def _sided(self, part: QRect) -> QRect:
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return part
        return QRect(self.width() - part.right() - 1, part.top(), part.width(), part.height())


def _wide(text: str, weight: int, px: int) -> int:
    return QFontMetrics(theme.font(px, weight)).horizontalAdvance(text) + 2  # as it rounds
