"""A screen that scrolls as a whole when the window is lower than what it shows."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_ABOVE = 40  # the label of a field goes with it
_BELOW = 24


class Page(QScrollArea):
    """Only ever up and down: what is too wide has to wrap."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  the name is Qt's
        moved = super().focusNextPrevChild(next)
        content, focused = self.widget(), QApplication.focusWidget()
        if moved and content and focused and content.isAncestorOf(focused):
            self._show_whole(content, focused)
        return moved

    def _show_whole(self, content: QWidget, focused: QWidget) -> None:
        """Of a text Qt itself would only bring the line with the cursor into sight."""
        top = focused.mapTo(content, QPoint(0, 0)).y()
        self.ensureVisible(0, top + focused.height(), 0, _BELOW)
        self.ensureVisible(0, top, 0, _ABOVE)
