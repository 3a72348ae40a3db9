"""The mark that says on every screen that this is a demo, and the way out of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.widgets.face import Look, paint_box
from needlelog.ui.widgets.painted_button import PaintedButton


class LeaveDemo(PaintedButton):
    """'DEMO' in amber over 'Leave'."""

    def __init__(self) -> None:
        super().__init__()
        self.set_words(_("Leave"), spoken=_("This is a demo with invented clients. Leave it"))

    def sizeHint(self) -> QSize:
        return QSize(68, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        lit = "warn" if self.isDown() or self.is_hovered() else "warn-line"
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look("warn-bg", lit, "warn"))
        for text, weight, ink, top in ((_("DEMO"), 700, "warn", 8), (_("Leave"), 500, "ink2", 30)):
            painter.setFont(theme.font(13, weight))
            painter.setPen(theme.current().color(ink))
            line = QRectF(0, top, self.width(), 22)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
