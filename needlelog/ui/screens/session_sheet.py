"""One session to read: everything that was recorded, and nothing to change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.ui import metrics
from needlelog.ui.screens.client_facts import ClientFacts
from needlelog.ui.screens.session_card import CardWords
from needlelog.ui.screens.session_text import Reader, Section, sections
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.sheet import Sheet

_WIDTH = 620


def session_sheet(screen: QWidget, words: CardWords, facts: ClientFacts) -> Sheet:
    """The sheet over `screen`; it goes when it is closed."""
    session = next(one for one in facts.sessions if one.id == words.session_id)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(16)
    for section in sections(session, Reader(facts.zone, facts.initials)):
        column.addLayout(_section(section))
    column.addStretch(1)
    title = f"{words.title} · {words.day} · {words.state}"
    page = Page(content)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing else in it takes the arrow keys
    page.setAccessibleName(title)
    sheet = Sheet(screen, title, page, side="right")
    sheet.panel.setFixedWidth(min(metrics.px(_WIDTH), screen.width() - 32))
    sheet.closed.connect(sheet.deleteLater)
    return sheet


def _section(section: Section) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    heading = PlainLabel(section.title, "label")
    heading.set_ink("muted")
    column.addWidget(heading)
    for line in section.lines:
        column.addWidget(PlainLabel(line, wrap=True))
    return column
