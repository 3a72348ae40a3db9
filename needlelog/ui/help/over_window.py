"""A sheet at the side of the window with something to read in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needlelog.ui import metrics
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.sheet import Sheet


def reading_sheet(window: QWidget, title: str, content: QWidget, width: int) -> Sheet:
    """Scrolls by wheel, finger and arrow keys; it goes when it is closed."""
    page = Page(content)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing else in it takes the arrow keys
    page.setAccessibleName(title)
    return sheet_of(window, title, page, width)


def sheet_of(window: QWidget, title: str, content: QWidget, width: int) -> Sheet:
    sheet = Sheet(window, title, content, side="right")
    sheet.panel.setFixedWidth(min(metrics.px(width), window.width() - 32))
    sheet.closed.connect(sheet.deleteLater)
    return sheet
