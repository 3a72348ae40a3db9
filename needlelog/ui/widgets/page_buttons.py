"""Two buttons that turn the page of a scrolling column: a glove can't drag a scroll bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from needlelog.i18n import _
from needlelog.ui.widgets.buttons import ActionButton

_KEPT_IN_SIGHT = 0.2
"""Part of a page that stays, so that nobody loses the line."""


class PageButtons(QWidget):
    """Only there while something is out of sight."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        self.up = ActionButton(icon="chevron-up", height=64, name=_("Page up"))
        self.down = ActionButton(icon="chevron-down", height=64, name=_("Page down"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.setSpacing(12)
        column.addStretch(1)
        for button, sign in ((self.up, -1), (self.down, 1)):
            # Tab brings what it visits into sight by itself.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._turn, sign))
            column.addWidget(button)
        # The range changes while the column is being laid out, when nothing may come or go.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_ways)
        bar.rangeChanged.connect(self._soon.start)
        bar.valueChanged.connect(self._show_ways)
        self.hide()

    def _turn(self, sign: int) -> None:
        page = round(self._bar.pageStep() * (1 - _KEPT_IN_SIGHT))
        self._bar.setValue(self._bar.value() + sign * page)

    def _show_ways(self) -> None:
        bar = self._bar
        if not isValid(bar):
            return  # a closing screen still reports the last range of the bar it has taken down
        self.setVisible(bar.maximum() > bar.minimum())
        self.up.setEnabled(bar.value() > bar.minimum())
        self.down.setEnabled(bar.value() < bar.maximum())
