"""The fields of a client: three that are required, then what is good to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from needlelog.domain import dates
from needlelog.domain.client import Allergies, age_on
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui import languages
from needlelog.ui.screens import contact_ways
from needlelog.ui.screens.client_draft import ClientDraft
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import DateField, Field, NoteField
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.segmented import Segment, Segmented
from needlelog.ui.widgets.select import Select
from needlelog.ui.widgets.tick_box import TickBox

_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_MELASMA = {"not_asked": None, "no": False, "yes": True}


class ClientFields(QWidget):
    """Shows a draft and gives it back as it stands; Enter goes to the next field."""

    changed = Signal()
    """Anything at all."""
    name_typed = Signal()
    """Family name, given name or birth date."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.family_name = Field(_("Family name"))
        self.given_name = Field(_("Given name"))
        self.born_on = DateField(
            _("Birth date"),
            partial(dates.parse_birth_date, today=today),
            partial(_echo, today=today),
            help_text=_("Day first, such as 14.7.1975"),
        )
        self.birth_date_not_known = TickBox(_("Birth date not known"))
        self._make_contact()
        self._make_skin()
        self.notes = NoteField(_("Notes"))
        self.warnings = QVBoxLayout()
        self._lay_out()
        self._connect()

    def draft(self) -> ClientDraft:
        """Everything as it stands."""
        phototype = self.phototype.choice()
        return ClientDraft(
            **{name: field.text() for name, field in self._lines().items()},
            birth_date_not_known=self.birth_date_not_known.isChecked(),
            contact_by=contact_ways.joined(self.contact_by.chosen()),
            language=self.language.choice() or languages.SPOKEN[0],
            interpreter_needed=self.interpreter_needed.isChecked(),
            phototype=int(phototype) if phototype else None,
            has_melasma=_MELASMA[self.melasma.choice() or "not_asked"],
            allergies=Allergies(self.allergies.choice() or Allergies.NOT_RECORDED),
            notes=self.notes.text(),
        )

    def show_draft(self, draft: ClientDraft) -> None:
        for name, field in self._lines().items():
            field.set_text(getattr(draft, name))
        self._show_birth_date(draft.born_on)
        self.birth_date_not_known.setChecked(draft.birth_date_not_known)
        self.contact_by.set_chosen(contact_ways.split(draft.contact_by))
        self._show_language(draft.language)
        self.interpreter_needed.setChecked(draft.interpreter_needed)
        self.phototype.set_choice(str(draft.phototype or ""))
        melasma = next(code for code, has in _MELASMA.items() if has is draft.has_melasma)
        self.melasma.set_choice(melasma)
        self.allergies.set_choice(draft.allergies.value)
        self.notes.set_text(draft.notes)
        self._follow_answers()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """A sentence under each field that needs one; the keyboard goes to the first."""
        labelled = self._labelled()
        for name, field in labelled.items():
            if name in problems:
                field.show_error(problems[name])
            elif field.error():
                field.clear_error()
        first = next((name for name in labelled if name in problems), None)
        if first is not None:
            labelled[first].control.setFocus()

    def _lines(self) -> dict[str, Field]:
        """One-line fields by their name in the draft, in reading order."""
        return {
            "family_name": self.family_name,
            "given_name": self.given_name,
            "born_on": self.born_on,
            "known_as": self.known_as,
            "phone": self.phone,
            "email": self.email,
            "address": self.address,
            "emergency_contact": self.emergency_contact,
            "doctor": self.doctor,
            "age_proof_seen_by": self.age_proof_seen_by,
            "allergy_names": self.allergy_names,
        }

    def _labelled(self) -> dict[str, Field | NoteField]:
        return {**self._lines(), "notes": self.notes}

    def _make_contact(self) -> None:
        self.known_as = Field(_("Known as"))
        self.phone = Field(_("Phone"))
        self.email = Field(_("E-mail"))
        self.address = Field(_("Address"))
        self.contact_by = ChipGroup(_("May be contacted by"), picking="many")
        self.contact_by.set_choices([Choice(*way) for way in contact_ways.contact_ways()])
        self.emergency_contact = Field(_("Emergency contact"))
        self.doctor = Field(_("Doctor"))
        self.language = Select(_("Language"))
        self.language.set_choices(languages.choices())
        self.interpreter_needed = TickBox(_("Interpreter needed"))
        self.age_proof_seen_by = Field(_("Age proof seen by"))

    def _make_skin(self) -> None:
        types = [Segment(str(number), word) for number, word in enumerate(_ROMAN, start=1)]
        self.phototype = Segmented(
            _("Fitzpatrick phototype"), [Segment("", _("Not noted"), tone="none"), *types]
        )
        self.melasma = Segmented(
            _("Melasma now or before"),
            [
                Segment("not_asked", _("Not asked"), tone="open"),
                Segment("no", _("No")),
                Segment("yes", _("Yes"), tone="warn"),
            ],
        )
        self.allergies = Segmented(
            _("Allergies"),
            [
                Segment(Allergies.NOT_RECORDED.value, _("Not recorded"), tone="open"),
                Segment(Allergies.NONE_KNOWN.value, _("None known")),
                Segment(Allergies.KNOWN.value, _("Known"), tone="danger"),
            ],
        )
        self.allergy_names = Field(_("Allergic to"))

    def _show_birth_date(self, typed: str) -> None:
        """Echo a date that is there already; what is no date waits until the field is left."""
        try:
            day = dates.parse_birth_date(typed, self._today) if typed.strip() else None
        except BadValue:
            day = None
        self.born_on.show_as(day, typed)

    def _show_language(self, code: str) -> None:
        if self.language.findData(code) < 0:
            self.language.addItem(languages.language_name(code), code)
        self.language.set_choice(code)

    def _connect(self) -> None:
        for field in self._lines().values():
            field.edit.returnPressed.connect(self._on_return)
        for field in (self.family_name, self.given_name, self.born_on):
            field.typed.connect(self._on_name_typed)
        self.birth_date_not_known.toggled.connect(self._on_not_known)
        self.allergies.chosen.connect(self._on_allergies)
        for labelled in self._labelled().values():
            labelled.typed.connect(self._on_changed)
        for answers in (self.allergies, self.melasma, self.phototype, self.language):
            answers.chosen.connect(self._on_changed)
        for tick in (self.birth_date_not_known, self.interpreter_needed):
            tick.toggled.connect(self._on_changed)
        self.contact_by.changed.connect(self._on_changed)

    def _on_changed(self, _what: object) -> None:
        self.changed.emit()

    def _on_return(self) -> None:
        self.focusNextChild()

    def _on_name_typed(self, _text: str) -> None:
        self.name_typed.emit()

    def _on_not_known(self) -> None:
        self._follow_answers()
        self.born_on.clear_error()

    def _on_allergies(self, code: str) -> None:
        self._follow_answers()
        if code == Allergies.KNOWN.value:
            self.allergy_names.setFocus()

    def _follow_answers(self) -> None:
        """What an answer makes pointless is put aside; what was typed there stays."""
        self.born_on.setEnabled(not self.birth_date_not_known.isChecked())
        self.allergy_names.setVisible(self.allergies.choice() == Allergies.KNOWN.value)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(_card("", self._required()))
        column.addLayout(self.warnings)
        column.addWidget(_card(_("Good to know"), self._about()))
        column.addWidget(_card(_("Reaching the client"), self._contact()))
        column.addWidget(_card("", self._notes()))

    def _required(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(self.family_name, 0, 0)
        grid.addWidget(self.given_name, 0, 1)
        grid.addWidget(self.born_on, 1, 0)
        grid.addWidget(self.birth_date_not_known, 1, 1)
        return grid

    def _about(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(Labelled(_("Allergies"), self.allergies), 0, 0, 1, 2)
        grid.addWidget(self.allergy_names, 1, 0, 1, 2)
        grid.addWidget(Labelled(_("Melasma now or before"), self.melasma), 2, 0, 1, 2)
        grid.addWidget(Labelled(_("Fitzpatrick phototype"), self.phototype), 3, 0, 1, 2)
        grid.addWidget(self.known_as, 4, 0)
        grid.addWidget(self.age_proof_seen_by, 4, 1)
        return grid

    def _contact(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(self.phone, 0, 0)
        grid.addWidget(self.email, 0, 1)
        grid.addWidget(self.address, 1, 0, 1, 2)
        grid.addWidget(Labelled(_("May be contacted by"), self.contact_by), 2, 0, 1, 2)
        grid.addWidget(self.emergency_contact, 3, 0)
        grid.addWidget(self.doctor, 3, 1)
        grid.addWidget(Labelled(_("Language"), self.language), 4, 0)
        grid.addWidget(self.interpreter_needed, 4, 1)
        return grid

    def _notes(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(self.notes, 0, 0, 1, 2)
        return grid


def _echo(day: date, today: date) -> str:
    return _("{day}, {years} years old").format(day=dates.echo(day), years=age_on(day, today))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(14)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _card(title: str, grid: QGridLayout) -> Card:
    card = Card(padding=20)
    if title:
        card.body.addWidget(PlainLabel(title, "heading"))
    card.body.addLayout(grid)
    return card
