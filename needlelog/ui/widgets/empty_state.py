"""What a list shows while it has nothing: one line, what to do next, at most one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel


class EmptyState(QWidget):
    """`button` is the way out, for the screen to connect."""

    def __init__(
        self, icon: str, title: str, hint: str = "", button: ActionButton | None = None
    ) -> None:
        super().__init__()
        self._title = PlainLabel(title, "card", wrap=True)
        self._hint = PlainLabel(hint, "secondary", wrap=True)
        self.button = button
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "muted", 28), 0, Qt.AlignmentFlag.AlignCenter)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._hint.setVisible(bool(hint))  # shown before it has a parent it would be a window

    def set_words(self, title: str, hint: str = "") -> None:
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
