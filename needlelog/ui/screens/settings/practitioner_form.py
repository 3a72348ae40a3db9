"""One practitioner: how they sign, their papers, and their own depth ceiling."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.clinic import Practitioner, initials_of
from needlelog.domain.depth import DEEPEST_UM, STEP_UM, STEPPER_LOW_UM, number, parse_depth
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui import ending_words, metrics
from needlelog.ui.screens.lengths import LONGEST_LINE, LONGEST_NAME, too_long
from needlelog.ui.screens.settings.record_saver import RecordSaver
from needlelog.ui.screens.settings.section import form_card
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import DateField, Field
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.stepper import Reading, Stepper, Steps
from needlelog.ui.widgets.tag import Tag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FIRST_CEILING_UM = 1500


class PractitionerForm(QWidget):
    """Kept field by field; somebody new is in the records once they have a name."""

    saved = Signal(object)
    """The Practitioner as it was kept."""
    not_saved = Signal(object)

    def __init__(self, tasks: Tasks, person: Practitioner, today: date) -> None:
        super().__init__()
        self._today = today
        self.saver = RecordSaver(tasks, person, _kept, self)
        self._make_fields()
        self._lay_out()
        self._show(person)
        self._connect()

    def begin(self) -> None:
        self.fields["name"].setFocus()

    def _show(self, person: Practitioner) -> None:
        for name, field in self.fields.items():
            field.set_text(getattr(person, name))
        for name, field in self.ends.items():
            day: date | None = getattr(person, name)
            field.show_as(day, dates.short(day) if day else "")
        self._show_ceiling(person.ceiling_um)
        self._show_ends()

    def _on_typed(self, name: str, text: str) -> None:
        line = clean_line(text)
        if name == "name" and self._made_initials(self.saver.record.name):
            self.fields["initials"].set_text(initials_of(line))
            self.saver.change(initials=initials_of(line))
        if not _problem(name, line):
            self.saver.change(**{name: line})

    def _made_initials(self, name: str) -> bool:
        """Whether the initials are still the ones the program made from the name."""
        return self.fields["initials"].text() in ("", initials_of(name))

    def _on_left(self, name: str, text: str) -> None:
        sentence = _problem(name, clean_line(text))
        if sentence:
            self.fields[name].show_error(sentence)
        self.saver.keep()

    def _on_date_typed(self, name: str, text: str) -> None:
        day = self.ends[name].value()
        if day is not None or not text.strip():  # half a date takes nothing away
            self.saver.change(**{name: day})
            self._show_ends()

    def _show_ends(self) -> None:
        """What ends soon or is over, beside its date."""
        policy, registration = (field.value() for field in self.ends.values())
        today = self._today
        words = ending_words.policy(policy, today)
        show_ending(self.policy, words, ending_words.is_over(policy, today=today))
        words = ending_words.registration(registration, today)
        show_ending(self.registration, words, ending_words.is_over(registration, today=today))

    def _on_ceiling(self, depth_um: int) -> None:
        self.saver.change(ceiling_um=depth_um)
        self._show_ceiling(depth_um)

    def _on_no_ceiling(self) -> None:
        self.saver.change(ceiling_um=None)
        self._show_ceiling(None)

    def _show_ceiling(self, depth_um: int | None) -> None:
        self.ceiling.set_value(depth_um)
        self.no_ceiling.setVisible(depth_um is not None)
        words = _("None: the clinic's rules alone.") if depth_um is None else _("Ask above this.")
        self._ceiling.show_message(words, "muted")

    def _make_fields(self) -> None:
        self.fields = {
            "name": Field(_("Name"), _("As it signs and as it is printed.")),
            "initials": Field(_("Initials")),
            "profession": Field(_("Profession")),
            "registration": Field(_("Registration or certificate number")),
            "insurer": Field(_("Insurer")),
            "policy": Field(_("Policy number")),
        }
        self.ends = {
            "policy_expires_on": self._made_end(_("Policy ends on")),
            "registration_expires_on": self._made_end(_("Registration or certificate ends on")),
        }
        self.policy, self.registration = Tag(), Tag()
        self.ceiling = Stepper(
            _("Own depth ceiling"),
            Steps(STEPPER_LOW_UM, DEEPEST_UM, STEP_UM, start=_FIRST_CEILING_UM),
            Reading(number, parse_depth, _("mm")),
            button_px=48,
            value_px=20,
        )
        self._ceiling = Labelled(_("Own depth ceiling"), self.ceiling)
        self.no_ceiling = ActionButton(_("No own ceiling"), kind="quiet", height=44)

    def _made_end(self, label: str) -> DateField:
        parse = partial(dates.parse_date, today=self._today)
        return DateField(label, parse, dates.echo, _("Day first, such as 31.3.2027"))

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.typed.connect(partial(self._on_typed, name))
            field.finished.connect(partial(self._on_left, name))
        for field in (*self.fields.values(), *self.ends.values()):
            field.edit.returnPressed.connect(self._on_return)
        for name, end in self.ends.items():
            end.typed.connect(partial(self._on_date_typed, name))
        self.ceiling.value_changed.connect(self._on_ceiling)
        self.no_ceiling.clicked.connect(self._on_no_ceiling)
        self.saver.saved.connect(self.saved)
        self.saver.failed.connect(self.not_saved)

    def _on_return(self) -> None:
        self.focusNextChild()

    def _lay_out(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(
            form_card(
                _("Person"),
                [
                    (fields["name"], fields["initials"]),
                    (fields["profession"], fields["registration"]),
                    (self.ends["registration_expires_on"], _beside(self.registration)),
                    (self._ceiling_row(),),
                ],
            )
        )
        insurance = form_card(
            _("Insurance"),
            [
                (fields["insurer"], fields["policy"]),
                (self.ends["policy_expires_on"], _beside(self.policy)),
            ],
        )
        column.addWidget(insurance)

    def _ceiling_row(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        metrics.fix(self.ceiling, width=240)
        row.addWidget(self._ceiling)
        row.addWidget(self.no_ceiling)
        row.addStretch(1)
        return place


def _beside(tag: Tag) -> QWidget:
    """A place for the tag on the height of the field beside it."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 20, 0, 0)
    row.addWidget(tag)
    row.addStretch(1)
    return place


def show_ending(tag: Tag, words: str, is_over: bool) -> None:
    """Amber in the last 30 days, red once it is over; nothing to see while there is time."""
    tag.show_tag(words, "danger" if is_over else "warn", "triangle-alert")
    tag.setVisible(bool(words))


def _problem(name: str, line: str) -> str:
    if name != "name":
        return too_long(line, LONGEST_LINE)
    if not initials_of(line):
        return _("Type the name: it signs the sessions.")
    return too_long(line, LONGEST_NAME)


def _kept(db: Session, record: Practitioner) -> Practitioner:
    from needlelog.db import practitioners

    is_new = record.version == 0
    return practitioners.add(db, record) if is_new else practitioners.save(db, record)
