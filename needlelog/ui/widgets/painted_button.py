"""A push button that paints its own face: what every other button here has in common."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QInputDevice, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


def doubled(text: str) -> str:
    """The text with every '&' doubled: Qt makes a shortcut of a single one."""
    return text.replace("&", "&&")


class PaintedButton(QPushButton):
    """Enter and Space press it; a finger leaves no hover behind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._hovered = False
        self._touched = False

    def set_words(self, text: str, spoken: str = "") -> None:
        """The words, shown as they are; `spoken` where a screen reader needs others."""
        self.setText(doubled(text))
        self.setAccessibleName(spoken or text)

    def is_hovered(self) -> bool:
        return self._hovered and self.isEnabled()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = not self._touched
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Of a touch Qt makes mouse events, and at its end the pointer seems to come and stay.
        self._touched = event.device().type() == QInputDevice.DeviceType.TouchScreen
        self._hovered = not self._touched
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self._touched = False
        super().leaveEvent(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
