"""Rows as wide as an eye can follow; what a huge screen has more of is left empty."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from needlelog.ui import metrics

WIDEST = 1480
"""For a list with columns, or two columns of cards."""


def readable(content: QWidget, width: int = WIDEST, is_centred: bool = False) -> QHBoxLayout:
    """A row with nothing but `content` in it: at the edge where one begins to read, or centred."""
    metrics.at_most(content, width)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    if is_centred:
        row.addStretch(0)
    row.addWidget(content, 1)
    row.addStretch(0)
    return row
