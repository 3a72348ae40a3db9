"""What the sections share: a heading with its line, and forms in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel


def heading(title: str, line: str, *beside: QWidget) -> QHBoxLayout:
    """Title over one quiet line, with controls at the far edge."""
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(PlainLabel(title, "title"))
    quiet = PlainLabel(line, wrap=True)
    quiet.set_ink("ink2")
    words.addWidget(quiet)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addLayout(words, 1)
    for control in beside:
        row.addWidget(control)
    return row


def form_card(title: str, rows: Sequence[Sequence[QWidget]]) -> Card:
    """Fields side by side; a row of one field goes over both columns."""
    card = Card(padding=20)
    card.body.addWidget(PlainLabel(title, "heading"))
    card.body.addLayout(form_grid(rows))
    return card


def form_grid(rows: Sequence[Sequence[QWidget]]) -> QGridLayout:
    """The fields without a card around them."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(14)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for number, fields in enumerate(rows):
        for column, field in enumerate(fields):
            grid.addWidget(field, number, column, 1, 2 if len(fields) == 1 else 1)
    return grid


def section_column(section: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return column
