"""The ring round whatever the keyboard is on. A finger or a mouse never sees it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from needlelog.ui import theme

_GAP = 2
_WIDTH = 3
_REACH = _GAP + _WIDTH
_BY_POINTER = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """One overlay for the whole `window`.

    Whether the keyboard is at work is read from the native window, which sees each key and each
    press once; a filter on the application would be called for every event of every widget.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._by_keyboard = False
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.winId()  # makes the native window, which is there to be watched only from now on
        window.windowHandle().installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self._by_keyboard = True
        elif kind in _BY_POINTER:
            self._by_keyboard = False
            self.hide()
        elif kind in _MOVES and watched in self._followed:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent"), _WIDTH))
        half = _WIDTH / 2
        ring = QRectF(self._whole_ring().translated(-self.pos()))
        painter.drawRoundedRect(ring.adjusted(half, half, -half, -half), 13.5, 13.5)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unfollow()
        belongs = new is not None and new.window() is self._window
        self._target = new if belongs and not _paints_own_focus(new) else None
        self._follow()
        self._place()

    def _follow(self) -> None:
        widget = self._target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()

    def _unfollow(self) -> None:
        for widget in filter(isValid, self._followed):
            widget.removeEventFilter(self)
        self._followed = []

    def _place(self) -> None:
        if self._target is None or not self._by_keyboard or not self._target.isVisible():
            self.hide()
            return
        self.setGeometry(self._whole_ring().intersected(self._visible_part()))
        self.show()
        self.raise_()
        self.update()

    def _whole_ring(self) -> QRect:
        target = self._target
        if target is None:
            return QRect()
        corner = target.mapTo(self._window, QPoint(0, 0))
        box = QRect(corner, target.size())
        return box.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def _visible_part(self) -> QRect:
        """The window, or the part of it that the scroll areas round the target leave free."""
        part = self._window.rect()
        for widget in self._followed:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
                corner = widget.mapTo(self._window, QPoint(0, 0))
                part = part.intersected(QRect(corner, widget.size()))
        return part


def _paints_own_focus(widget: QWidget | None) -> bool:
    """Whether a widget has a better shape for its focus than a box, such as a zone of a map."""
    return widget is not None and bool(widget.property("paints_own_focus"))
