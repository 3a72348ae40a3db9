"""The buttons on a toast: words or a cross on the dark block."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import paint_icon
from needlelog.ui.widgets.painted_button import PaintedButton


class ToastButton(PaintedButton):
    """44 px high, at least 48 wide; underlined while the pointer is on it or it is pressed."""

    def __init__(self, ink: str, icon: str = "", name: str = "") -> None:
        super().__init__()
        self._ink = ink
        self._icon = icon
        if name:
            self.setAccessibleName(name)

    def set_ink(self, token: str) -> None:
        self._ink = token
        self.update()

    def sizeHint(self) -> QSize:
        if self._icon:
            return QSize(48, metrics.tall(44, 0))
        wide = QFontMetrics(theme.font(15, 600)).horizontalAdvance(self.accessibleName())
        return QSize(max(48, wide + 16), metrics.tall(44, metrics.px(21)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._icon:
            corner = QPointF((self.width() - 20) / 2, (self.height() - 20) / 2)
            paint_icon(painter, self._icon, self._ink, corner, 20)
        else:
            font = theme.font(15, 600)
            font.setUnderline(self.isDown() or self.is_hovered())
            painter.setFont(font)
            painter.setPen(theme.current().color(self._ink))
            box = QRectF(self.rect())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.accessibleName())
        painter.end()
