"""A picture on paper's white, whole and in its own shape."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.ui import theme

_MARGIN = 8


class Picture(QWidget):
    """Stays as large as it is made; a larger picture is shown smaller, a smaller one as it is."""

    def __init__(self, name: str, size: QSize, margin: int = _MARGIN) -> None:
        super().__init__()
        self._image = QImage()
        self._margin = margin
        self.setAccessibleName(name)
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def is_empty(self) -> bool:
        return self._image.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(theme.current().color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self._image.isNull():
            painter.drawImage(self._place(), self._scaled())
        painter.end()

    def _place(self) -> QRectF:
        room = QSizeF(self.size()) - QSizeF(2 * self._margin, 2 * self._margin)
        size = QSizeF(self._image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def _scaled(self) -> QImage:
        """Painting alone would leave out most pixels of a much larger picture."""
        wanted = self._place().size() * self.devicePixelRatioF()
        if wanted.width() >= self._image.width():
            return self._image
        ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return self._image.scaled(wanted.toSize(), *ways)
