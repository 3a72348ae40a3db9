"""A page of paper on the screen: the very image that will be printed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from needlelog.ui import theme

_MARGIN = 16
_WIDEST = 640


class PageView(QScrollArea):
    """Pages under each other on the desk's grey; the paper stays white in every theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pages = _Pages()
        self.setAccessibleName(name)
        self.setWidget(self._pages)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        self._pages.show_pages(pages)
        self._fit()

    def page_count(self) -> int:
        return self._pages.count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._pages.fit(self.viewport().width(), self.viewport().height())


class _Pages(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._pages: tuple[QImage, ...] = ()
        self._page_px = _WIDEST
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def count(self) -> int:
        return len(self._pages)

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        self._pages = pages
        self.update()

    def fit(self, width: int, height: int) -> None:
        self._page_px = min(_WIDEST, width - 2 * _MARGIN)
        tall = _MARGIN + sum(self._height(page) + _MARGIN for page in self._pages)
        self.setFixedSize(QSize(width, max(height, tall)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("mat"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        y = _MARGIN
        for page in self._pages:
            height = self._height(page)
            left = (self.width() - self._page_px) // 2
            ratio = self.devicePixelRatioF()
            scaled = page.scaled(
                QSize(round(self._page_px * ratio), round(height * ratio)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            painter.drawImage(left, y, scaled)
            y += height + _MARGIN
        painter.end()

    def _height(self, page: QImage) -> int:
        return round(self._page_px * page.height() / max(1, page.width()))
