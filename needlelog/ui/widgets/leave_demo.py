"""The mark that says on every screen that this is a demo, and the way out of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from needlelog.i18n import _
from needlelog.ui import theme
from needlelog.ui.widgets.face import Face, Look, paint_box, paint_face
from needlelog.ui.widgets.painted_button import PaintedButton

_MARK_PX = 22


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
        mark = QRectF(0, 7, self.width(), _MARK_PX)
        painter.setFont(theme.font(13, 700))
        painter.setPen(theme.current().color("warn"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, _("DEMO"))
        words = QRectF(0, mark.bottom() - 2, self.width(), _MARK_PX + 4)
        face = Face(text=_("Leave"), icon="log-out", px=13, icon_px=14, weight=500)
        paint_face(painter, face, words, "ink2", "ink2")
        painter.end()
