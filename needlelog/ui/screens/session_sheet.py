"""One session to read: everything that was recorded, and nothing to change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.screens.client_facts import ClientFacts
from needlelog.ui.screens.save_as_protocol import can_be_protocol
from needlelog.ui.screens.session_card import CardWords
from needlelog.ui.screens.session_text import Reader, Section, sections
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.sheet import Sheet

_WIDTH = 620


def session_sheet(
    screen: QWidget,
    words: CardWords,
    facts: ClientFacts,
    save_protocol: Callable[[NeedlingSession], None],
) -> Sheet:
    """The sheet over `screen`; it goes when it is closed, or once it was saved as a protocol."""
    session = next(one for one in facts.sessions if one.id == words.session_id)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(16)
    for section in sections(session, Reader(facts.zone, facts.initials, facts.shelf)):
        column.addLayout(_section(section))
    save = ActionButton(_("Save as protocol"), icon="list-ordered", height=48)
    column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
    save.setVisible(can_be_protocol(session))
    column.addStretch(1)
    title = f"{words.title} · {words.day} · {words.state}"
    page = Page(content)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing else in it takes the arrow keys
    page.setAccessibleName(title)
    sheet = Sheet(screen, title, page, side="right")
    sheet.panel.setFixedWidth(min(metrics.px(_WIDTH), screen.width() - 32))
    save.clicked.connect(partial(save_protocol, session))
    save.clicked.connect(sheet.dismiss)
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
