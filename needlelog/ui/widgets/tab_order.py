"""Tab goes as one reads: Qt would leave what came later to the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tab_stops(layout: QLayout) -> None:
    """Everything in the layout that Tab visits, from top to bottom."""
    for before, after in pairwise(_tab_stops(layout)):
        QWidget.setTabOrder(before, after)


def _tab_stops(layout: QLayout) -> Iterator[QWidget]:
    """Everything in a layout that Tab visits, as it is laid out."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inner = widget.layout() if widget else item.layout() if item else None
        if inner is not None:
            yield from _tab_stops(inner)
