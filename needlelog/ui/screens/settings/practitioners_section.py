"""Practitioners: who treats here, and who of them works at this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog import settings
from needlelog.domain.clinic import Practitioner
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui import ending_words, who_works_here
from needlelog.ui.clock import now
from needlelog.ui.screens.settings.not_kept import NotKept
from needlelog.ui.screens.settings.practitioner_form import PractitionerForm, show_ending
from needlelog.ui.screens.settings.section import heading, section_column
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.list_row import ListRow
from needlelog.ui.widgets.select import Select
from needlelog.ui.widgets.tag import Tag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class People:
    everyone: tuple[Practitioner, ...]
    here: UUID
    """Who works at this computer."""
    today: date


class PractitionersSection(QWidget):
    """A list, and the form of the one that was tapped."""

    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._people: People | None = None
        self.form: PractitionerForm | None = None
        self.rows: dict[UUID, ListRow] = {}
        self.papers: dict[UUID, Tag] = {}
        self.add = ActionButton(_("Add a practitioner"), icon="user-plus", height=48)
        self.here = Select(_("Who works at this computer"))
        self.not_kept = NotKept()
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self.here.chosen.connect(self._on_here)
        self.not_kept.retry_asked.connect(self._on_retry)
        self.not_kept.reload_asked.connect(self._on_reload)

    def begin(self) -> None:
        """Read the list; the form stays while something typed in it is on its way."""
        self._tasks.read(self, _people, self._on_people)

    def _on_people(self, people: People) -> None:
        self._people = people
        self._show_rows()
        if self.form is None or (self.form.saver.is_saved and not self._is_adding()):
            self._open(self._found(self._shown_id() or people.here))

    def _found(self, person_id: UUID) -> Practitioner:
        everyone = self._people.everyone if self._people else ()
        return next((one for one in everyone if one.id == person_id), everyone[0])

    def _shown_id(self) -> UUID | None:
        return self.form.saver.record.id if self.form else None

    def _is_adding(self) -> bool:
        return self.form is not None and self.form.saver.record.version == 0

    def _on_row(self, person_id: UUID) -> None:
        self._after_saving(partial(self._open_known, person_id))

    def _open_known(self, person_id: UUID) -> None:
        self._open(self._found(person_id))

    def _on_add(self) -> None:
        self._after_saving(self._open_new)

    def _open_new(self) -> None:
        self._open(Practitioner(name=""))
        if self.form is not None:
            self.form.begin()

    def _after_saving(self, then: Callable[[], None]) -> None:
        if self.form is None:
            return
        # What was typed of one person is in the records before the next one's form stands here.
        self.form.saver.when_saved(then)

    def _open(self, person: Practitioner) -> None:
        if self._people is None:
            return
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = PractitionerForm(self._tasks, person, self._people.today)
        self.form.saved.connect(self._on_saved)
        self.form.not_saved.connect(self._on_failed)
        self._place.addWidget(self.form)
        self.not_kept.hide()
        self._mark_current()

    def _on_saved(self, person: Practitioner) -> None:
        self.not_kept.hide()
        self._tasks.read(self, _people, self._on_list)
        self.saved.emit(person)

    def _on_list(self, people: People) -> None:
        self._people = people
        self._show_rows()

    def _on_failed(self, error: NeedleLogError) -> None:
        self.not_kept.show_failure(error)
        self.not_saved.emit(error)

    def _on_retry(self) -> None:
        if self.form is not None:
            self.form.saver.keep()

    def _on_reload(self) -> None:
        self._tasks.read(self, _people, self._on_reloaded)

    def _on_reloaded(self, people: People) -> None:
        self._on_list(people)
        person = self._found(self._shown_id() or people.here)
        self._open(person)
        self.saved.emit(person)

    def _on_here(self, person_id: str) -> None:
        change = partial(settings.change, settings.settings_file(), practitioner=person_id)
        self._tasks.run(self, change, self._on_here_kept)

    def _on_here_kept(self, _changed: settings.Settings) -> None:
        self._tasks.read(self, _people, self._on_list)

    def _show_rows(self) -> None:
        people = self._people
        if people is None:
            return
        for person in people.everyone:
            if person.id not in self.rows:
                self._add_row(person.id)
            aside = _("At this computer") if person.id == people.here else ""
            self.rows[person.id].show_words(person.name, _second(person), aside)
            ends = (person.policy_expires_on, person.registration_expires_on)
            words = ending_words.of_person(person, people.today)
            is_over = ending_words.is_over(*ends, today=people.today)
            show_ending(self.papers[person.id], words, is_over)
        self.here.set_choices([(str(one.id), one.name) for one in people.everyone])
        self.here.set_choice(str(people.here))
        self._mark_current()

    def _add_row(self, person_id: UUID) -> None:
        row = self.rows[person_id] = ListRow(height=60)
        row.clicked.connect(partial(self._on_row, person_id))
        tag = self.papers[person_id] = Tag()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(row, 1)
        line.addWidget(tag)
        self._list.body.addLayout(line)

    def _mark_current(self) -> None:
        shown = self._shown_id()
        for person_id, row in self.rows.items():
            row.set_current(person_id == shown)

    def _lay_out(self) -> None:
        self._list = Card(padding=8)
        self._list.body.setSpacing(2)
        self._place = QVBoxLayout()
        line = _("Who treats here. Sessions and changed rules carry the name of who works here.")
        column = section_column(self)
        column.addLayout(heading(_("Practitioners"), line, self.add))
        column.addWidget(Labelled(_("Who works at this computer"), self.here))
        column.addWidget(self._list)
        column.addWidget(self.not_kept)
        column.addLayout(self._place)
        column.addStretch(1)


def _second(person: Practitioner) -> str:
    """'Nurse · 18E0042'."""
    told = " · ".join(filter(None, (person.profession, person.registration)))
    return told or _("No profession noted yet")


def _people(db: Session) -> People:
    from needlelog.db import clinic, practitioners

    here = clinic.get(db)
    if here is None:
        raise LookupError("settings are shown for a named clinic")
    everyone = practitioners.everyone(db)
    today = now().astimezone(ZoneInfo(here.time_zone)).date()
    return People(everyone, who_works_here.you(db).id, today)
