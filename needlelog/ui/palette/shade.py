"""A shade over the whole window with one card on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from needlelog.ui import theme
from needlelog.ui.widgets.face import Look, paint_box

RADIUS_PX = 10


class Shade(QWidget):
    """Gone with a tap beside the card; the keyboard goes back to where it was."""

    opened = Signal()
    closed = Signal()
    window_resized = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._came_from: QWidget | None = None
        self._below: QPixmap | None = None
        self._card = QRect()
        window.installEventFilter(self)
        self.hide()

    def come_up(self, focused: QWidget) -> None:
        """Over everything, with the keyboard on `focused`."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
            self._keep_still()
        self.show()
        self.raise_()
        focused.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    def dismiss(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self._below = None
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()

    def place_card(self, card: QRect) -> bool:
        """Put the card there; whether that is another place than before."""
        before, self._card = self._card, card
        if card == before and self.size() == self._window.size():
            return False
        self.setGeometry(self._window.rect())
        self.update(card.united(before))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._below = None
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
            self.window_resized.emit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies under the shade must not be pressed

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._card.contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._below is None:
            painter.fillRect(event.rect(), theme.current().color("scrim"))
        else:
            painter.drawPixmap(0, 0, self._below)
        paint_box(painter, QRectF(self._card), Look("surface", "", "ink"), radius=RADIUS_PX)
        painter.end()

    def _keep_still(self) -> None:
        """Lie over a picture of the screen, or each keystroke would paint all of it again."""
        self._below = self._window.grab()
        painter = QPainter(self._below)
        painter.fillRect(self._window.rect(), theme.current().color("scrim"))
        painter.end()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
