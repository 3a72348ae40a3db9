"""Keeps a passing mouse wheel from changing a value that nobody is editing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Over an unfocused control the wheel scrolls the page instead.

    It watches single controls, not the application: a filter written in Python on every event of
    the program would cost more than the first paint.
    """

    def watch(self, control: QWidget) -> None:
        # Qt's spin boxes and lists take the focus by the wheel itself unless told otherwise.
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        unfocused = isinstance(watched, QWidget) and not watched.hasFocus()
        if event.type() is QEvent.Type.Wheel and unfocused:
            event.ignore()
            return True
        return False
