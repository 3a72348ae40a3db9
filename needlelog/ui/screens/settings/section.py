"""What the sections share: a heading with its line, and forms in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.ui import metrics
from needlelog.ui.widgets.beside import Beside
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labels import PlainLabel

_LEAST_WORDS = 200


def heading(title: str, line: str, *beside: QWidget) -> QHBoxLayout:
    """Title over one quiet line, with controls at the far edge, or under it with large text."""
    said = QWidget()
    metrics.at_least(said, width=_LEAST_WORDS)
    words = QVBoxLayout(said)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(2)
    words.addWidget(PlainLabel(title, "title"))
    quiet = PlainLabel(line, wrap=True)
    quiet.set_ink("ink2")
    words.addWidget(quiet)
    row = QHBoxLayout()
    row.addWidget(Beside((said, *beside), (1, *(0 for _one in beside))))
    return row


def form_card(title: str, rows: Sequence[Sequence[QWidget]]) -> Card:
    """Fields side by side; a row of one field goes over both columns."""
    card = Card(padding=20)
    card.body.addWidget(PlainLabel(title, "heading"))
    card.body.addLayout(form_grid(rows))
    return card


def form_grid(rows: Sequence[Sequence[QWidget]]) -> QVBoxLayout:
    """The fields without a card around them; large text puts a row under each other."""
    column = QVBoxLayout()
    column.setSpacing(14)
    for fields in rows:
        shares = (1,) * len(fields)
        column.addWidget(fields[0] if len(fields) == 1 else Beside(fields, shares, spacing=16))
    return column


def section_column(section: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return column
