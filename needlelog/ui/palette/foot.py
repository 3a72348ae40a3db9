"""The foot of the palette: which keys do what, and how many clients there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.palette.asking import Asking
from needlelog.ui.palette.shade import RADIUS_PX
from needlelog.ui.widgets.key_caps import CAP_PX, caps_width, paint_caps

FOOT_PX = 48
_SIDE_PX = 20


class PaletteFoot(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asking = Asking.ANYTHING
        self.count = ""
        """'8 of 10,412 clients'."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_asking(self, asking: Asking) -> None:
        self._asking = asking
        self.update()

    def show_count(self, text: str) -> None:
        if text != self.count:
            self.count = text
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.current().color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._shape(), colour("sunken"))
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
        left = float(_SIDE_PX)
        for caps, words in self._keys():
            left = self._paint_key(painter, caps, words, left)
        rest = self._sided(QRectF(left, 0, self.width() - _SIDE_PX - left, FOOT_PX))
        painter.drawText(rest, _FAR, _shown(painter, self.count, rest.width()))
        painter.end()

    def _paint_key(
        self, painter: QPainter, caps: tuple[str, ...], words: str, left: float
    ) -> float:
        """Keys and what they do; returns where the next ones begin."""
        top = (FOOT_PX - CAP_PX) / 2
        keys = self._sided(QRectF(left, top, caps_width(caps), CAP_PX))
        paint_caps(painter, caps, keys.topLeft())
        painter.setFont(theme.font(15, 400))
        painter.setPen(theme.current().color("ink2"))
        after = left + keys.width() + 8
        wide = painter.fontMetrics().horizontalAdvance(words) + 1
        painter.drawText(self._sided(QRectF(after, 0, wide, FOOT_PX)), _NEAR, words)
        return after + wide + 20

    def _sided(self, part: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            part.moveLeft(self.width() - part.right())
        return part

    def _keys(self) -> list[tuple[tuple[str, ...], str]]:
        enter = (_("Enter"),)
        keys = [(("↑", "↓"), _("choose"))]
        if self._asking is Asking.SESSION:
            return [*keys, (enter, _("start session"))]
        return [*keys, (enter, _("open")), ((_("Ctrl"), _("Enter")), _("start session"))]

    def _shape(self) -> QPainterPath:
        """Square above, round below, as the card it closes."""
        box = QRectF(self.rect())
        round_below = QPainterPath()
        round_below.addRoundedRect(box.adjusted(0, -RADIUS_PX, 0, 0), RADIUS_PX, RADIUS_PX)
        inside = QPainterPath()
        inside.addRect(box)
        return round_below & inside


def _shown(painter: QPainter, text: str, room: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))


_NEAR = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FAR = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
