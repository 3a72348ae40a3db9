"""A client's photo in a circle, or the initials until there is one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box
from needlelog.ui.widgets.labels import PlainLabel


class Avatar(PlainLabel):
    """A circle of `px`; the name is read out by its neighbour, so this one says nothing."""

    def __init__(self, initials: str = "", px: int = 48) -> None:
        super().__init__(initials, "label")
        self._photo: QPixmap | None = None
        self._px = px
        metrics.fix(self, width=px, height=px)

    def show_person(self, initials: str, photo: QPixmap | None = None) -> None:
        self._photo = photo
        self.setText(initials)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        circle = QRectF(self.rect())
        paint_box(painter, circle, Look("sunken", "line", "ink2"), radius=self.width() / 2)
        if self._photo is None:
            painter.setFont(theme.font(round(self._px / 3), 600))
            painter.setPen(theme.current().color("ink2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            path = QPainterPath()
            path.addEllipse(circle)
            painter.setClipPath(path)
            painter.drawPixmap(circle, self._photo, _middle_square(self._photo))
        painter.end()


def _middle_square(photo: QPixmap) -> QRectF:
    side = min(photo.width(), photo.height())
    return QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side)
