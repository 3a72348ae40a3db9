"""Add a client, or put right what is known of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.client import Client
from needlelog.domain.text import clean_line
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.clock import now
from needlelog.ui.screens.client_draft import (
    ClientDraft,
    client_of,
    draft_of,
    problems,
    typed_text,
    with_typed,
)
from needlelog.ui.screens.client_fields import ClientFields
from needlelog.ui.screens.draft_keeper import NEW_CLIENT, DraftKeeper, Found, drop
from needlelog.ui.screens.same_name import Namesakes, SameName, namesakes
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WIDEST = 820
_AROUND = 24


class ClientForm(QWidget):
    """Leaving keeps what was typed; only 'Save client' makes or changes a client."""

    kept = Signal(object)
    """The Client as it was kept."""
    left = Signal()
    discarded = Signal(object)
    """ClientDraft that was taken off the screen, for undo."""
    client_asked = Signal(object)
    """UUID of the client of the same name."""

    def __init__(self, tasks: Tasks, today: date, client: Client | None = None) -> None:
        super().__init__()
        self._tasks = tasks
        self._today = today
        self._client = client
        self._asked = 0
        self._start = draft_of(client) if client else ClientDraft()
        self._offered = ""
        """A name from the search, which somebody may not have typed for this form."""
        self.fields = ClientFields(today)
        self.same_name = SameName()
        self.back = ActionButton(_("Back"), icon="arrow-left", guarded=True)
        self.discard = ActionButton(_("Discard what was typed"), kind="quiet", guarded=True)
        self.save = ActionButton(_("Save client"), icon="check", kind="primary", guarded=True)
        self.still_here = PlainLabel(wrap=True)
        self.still_here.set_ink("ink2")
        self.still_here.hide()
        self._draft_name = f"{NEW_CLIENT} {client.id}" if client else NEW_CLIENT
        self._drafts = DraftKeeper(tasks, self._draft_name, self)
        self._lay_out()
        self._connect()
        self.fields.show_draft(self._start)
        self._show_whether_typed()
        self._drafts.look()

    @property
    def title(self) -> str:
        return _("Edit client") if self._client else _("New client")

    def begin(self, typed_name: str = "") -> None:
        """The keyboard goes to the first field that is empty; a draft keeps its own name."""
        if typed_name and self.fields.draft() == self._start:
            self.fields.family_name.set_text(typed_name)
            self._offered = typed_name
            self._show_whether_typed()
        has_family = bool(self.fields.family_name.text())
        (self.fields.given_name if has_family else self.fields.family_name).setFocus()

    def show_draft(self, draft: ClientDraft) -> None:
        """Bring back what was discarded."""
        self.fields.show_draft(draft)
        self._on_name_typed()
        self._show_whether_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keep_typing(self) -> None:
        """Keep what is typed so far without waiting for the pause."""
        self._drafts.keep_now()

    def _on_found(self, found: Found) -> None:
        """What was typed before a power cut comes back under what was typed since."""
        here = self.fields.draft()
        since = replace(self._start, family_name=self._offered) if self._offered else self._start
        typed_since = typed_text(here, since) or "{}"
        self.show_draft(with_typed(with_typed(self._start, found.typed), typed_since))
        self.still_here.setText(found.told)
        self.still_here.show()

    def _connect(self) -> None:
        self._drafts.found.connect(self._on_found)
        self.fields.name_typed.connect(self._on_name_typed)
        self.fields.changed.connect(self._show_whether_typed)
        self.same_name.client_asked.connect(self.client_asked)
        self.back.clicked.connect(self.left)
        self.discard.clicked.connect(self._on_discard)
        self.save.clicked.connect(self._on_save)

    def _on_name_typed(self) -> None:
        self._asked += 1
        draft = self.fields.draft()
        family, given = clean_line(draft.family_name), clean_line(draft.given_name)
        if not (family and given):
            self.same_name.hide()
            return
        work = partial(namesakes, family_name=family, given_name=given)
        self._tasks.read(self, work, partial(self._on_namesakes, self._asked))

    def _on_namesakes(self, asked: int, found: tuple[Client, ...]) -> None:
        if asked != self._asked:
            return
        own = self._client.id if self._client else None
        others = tuple(client for client in found if client.id != own)
        born_on = self.fields.born_on.value()
        self.same_name.show_clients(Namesakes(others, self._today), born_on)

    def _on_save(self) -> None:
        draft = self.fields.draft()
        found = problems(draft, self._today)
        self.fields.show_problems(found)
        if found:
            self._bring_into_sight(QApplication.focusWidget())
            return
        self.save.setEnabled(False)
        self._drafts.saved()
        client = client_of(draft, self._client, self._today)
        work = partial(
            _kept, client=client, is_new=self._client is None, draft_name=self._draft_name
        )
        self._tasks.write(self, work, Topic.CLIENTS, self.kept.emit, self._on_failed)

    def _on_failed(self, error: NeedleLogError) -> None:
        self.save.setEnabled(True)
        self._tasks.failed.emit(error)
        self._show_whether_typed()  # what could not be saved is a draft again

    def _on_discard(self) -> None:
        draft = self.fields.draft()
        self.show_draft(self._start)
        self.fields.show_problems({})
        self.discarded.emit(draft)
        self.begin()

    def _show_whether_typed(self) -> None:
        typed = typed_text(self.fields.draft(), self._start)
        self.discard.setVisible(bool(typed))
        self.still_here.setVisible(bool(typed) and self.still_here.isVisibleTo(self))
        self._drafts.keep(typed)

    def _bring_into_sight(self, field: QWidget | None) -> None:
        """The field with its label and the sentence under it, which has just grown there."""
        if field is None or not self.page.isAncestorOf(field):
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        labelled = field.parentWidget()
        self.page.ensureWidgetVisible(labelled if labelled is not None else field, 0, _AROUND)

    def _lay_out(self) -> None:
        self.fields.warnings.addWidget(self.still_here)
        self.fields.warnings.addWidget(self.same_name)
        metrics.at_most(self.fields, _WIDEST)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(24, 16, 24, 24)
        row.addStretch(1)
        row.addWidget(self.fields, 20)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.page = Page(middle)
        column.addWidget(self.page, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Strip(edge="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.discard)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        return foot


def _kept(db: Session, client: Client, is_new: bool, draft_name: str) -> Client:
    from needlelog.db import clients

    drop(db, draft_name)
    if not is_new:
        return clients.save(db, client)
    return clients.add(db, replace(client, created_at=now()))
