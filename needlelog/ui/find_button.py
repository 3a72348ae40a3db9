"""The way to the palette from every screen; it looks like the field it opens."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.key_caps import CAP_PX, caps_width, paint_caps
from needlelog.ui.widgets.painted_button import PaintedButton

_ICON_PX = 20
_SIDE_PX = 13


class FindButton(PaintedButton):
    def __init__(self) -> None:
        super().__init__()
        self._caps: tuple[str, ...] = ()
        self.set_words(_("Find a client or an action"))
        self.setMinimumSize(280, 44)
        self.setMaximumWidth(480)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_caps(self, caps: tuple[str, ...]) -> None:
        """The keys that open the palette too."""
        self._caps = caps
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        lit = self.is_hovered() or self.isDown()
        ground = Look("sunken" if lit else "surface", "ctl", "muted")
        paint_box(painter, QRectF(self.rect()), ground)
        wide = caps_width(self._caps)
        middle = self.height() / 2
        mark = self._sided(QRectF(_SIDE_PX, middle - _ICON_PX / 2, _ICON_PX, _ICON_PX))
        paint_icon(painter, "search", "ink2", mark.topLeft(), _ICON_PX)
        keys = self._sided(QRectF(self.width() - 11 - wide, middle - CAP_PX / 2, wide, CAP_PX))
        paint_caps(painter, self._caps, QPointF(keys.left(), keys.top()), "muted")
        before = _SIDE_PX + _ICON_PX + 10
        room = self._sided(QRectF(before, 0, self.width() - before - wide - 24, self.height()))
        self._paint_words(painter, room)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        font = theme.font(16, 400)
        painter.setFont(font)
        painter.setPen(theme.current().color("muted"))
        words = self.accessibleName()
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _sided(self, part: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            part.moveLeft(self.width() - part.right())
        return part
