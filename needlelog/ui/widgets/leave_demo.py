"""The mark that says on every screen that this is a demo, and the way out of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box
from needlelog.ui.widgets.painted_button import PaintedButton

_LINE_PX = 22


class LeaveDemo(PaintedButton):
    """'DEMO' in amber over 'Leave'."""

    def __init__(self) -> None:
        super().__init__()
        self.set_words(_("Leave"), spoken=_("This is a demo with invented clients. Leave it"))

    def sizeHint(self) -> QSize:
        return QSize(metrics.px(68), metrics.tall(60, 2 * metrics.px(_LINE_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        lit = "warn" if self.isDown() or self.is_hovered() else "warn-line"
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look("warn-bg", lit, "warn"))
        tall = metrics.px(_LINE_PX)
        line = QRectF(0, self.height() / 2 - tall, self.width(), tall)
        for text, weight, ink in ((_("DEMO"), 700, "warn"), (_("Leave"), 500, "ink2")):
            painter.setFont(theme.font(13, weight))
            painter.setPen(theme.current().color(ink))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
            line.translate(0, tall)
        painter.end()
