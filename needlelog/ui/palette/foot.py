"""The foot of the palette: which keys do what, and how many clients there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.palette.asking import Asking
from needlelog.ui.palette.shade import RADIUS_PX
from needlelog.ui.widgets.key_caps import caps_height, caps_width, paint_caps

_SIDE_PX = 20
_TEXT_PX = 15
_GAP = 8


def foot_height() -> int:
    return metrics.tall(48, metrics.px(22))


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
        painter.setFont(theme.font(_TEXT_PX))
        left, measure = float(_SIDE_PX), painter.fontMetrics()
        right = self.width() - _SIDE_PX
        end = right - measure.horizontalAdvance(self.count) - 1
        for caps, words in self._keys():
            if left + caps_width(caps) + _GAP + measure.horizontalAdvance(words) > end:
                break  # in little room the count is worth more than a key that can be guessed
            left = self._paint_key(painter, caps, words, left)
        painter.setPen(colour("ink2"))
        painter.setFont(theme.font(_TEXT_PX))
        painter.drawText(self._sided(QRectF(end, 0, right - end, self.height())), _FAR, self.count)
        painter.end()

    def _paint_key(
        self, painter: QPainter, caps: tuple[str, ...], words: str, left: float
    ) -> float:
        """Keys and what they do; returns where the next ones begin."""
        top = (self.height() - caps_height()) / 2
        keys = self._sided(QRectF(left, top, caps_width(caps), caps_height()))
        paint_caps(painter, caps, keys.topLeft())
        painter.setFont(theme.font(_TEXT_PX))
        painter.setPen(theme.current().color("ink2"))
        after = left + keys.width() + _GAP
        wide = painter.fontMetrics().horizontalAdvance(words) + 1
        painter.drawText(self._sided(QRectF(after, 0, wide, self.height())), _NEAR, words)
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


_NEAR = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FAR = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
