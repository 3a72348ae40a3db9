"""The foot of the palette: which keys do what, and how many clients there are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.palette.asking import Asking
from needlelog.ui.widgets.key_caps import CAP_PX, caps_width, paint_caps

FOOT_PX = 48
RADIUS_PX = 10
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
        font = theme.font(15, 400)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        left = float(_SIDE_PX)
        for caps, words in self._keys():
            paint_caps(painter, caps, QPointF(left, (FOOT_PX - CAP_PX) / 2))
            left += caps_width(caps) + 8
            painter.setFont(font)
            painter.setPen(colour("ink2"))
            wide = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(left, 0, wide + 1, FOOT_PX), _MIDDLE, words)
            left += wide + 20
        rest = QRectF(left, 0, self.width() - _SIDE_PX - left, FOOT_PX)
        shown = metrics.elidedText(self.count, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, _MIDDLE_FAR, shown)
        painter.end()

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


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE_FAR = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
