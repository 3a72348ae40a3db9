"""Clinic and letterhead: what stands on every sheet that is handed over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needlelog.domain import dates
from needlelog.domain.clinic import Clinic
from needlelog.domain.text import clean_line, digits
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.screens.lengths import LONGEST_LINE, LONGEST_NAME, too_long
from needlelog.ui.screens.settings.logo_card import LogoCard
from needlelog.ui.screens.settings.not_kept import NotKept
from needlelog.ui.screens.settings.record_saver import RecordSaver
from needlelog.ui.screens.settings.section import form_card, heading, section_column
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


PAPERS = ("A4", "Letter", "A5")


@dataclass(frozen=True, slots=True)
class ClinicFacts:
    clinic: Clinic
    zones: frozenset[str]
    """Time zones this system knows."""
    currencies: dict[str, str]
    """Code to name: 'EUR' to 'Euro'."""


class ClinicSection(QWidget):
    """Each field is kept by itself after a pause; one that can't be kept says why."""

    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._facts: ClinicFacts | None = None
        self.saver: RecordSaver | None = None
        self.not_kept = NotKept()
        self.logo = LogoCard(tasks)
        self._make_fields()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show what the records have, unless something typed here is still on its way."""
        if self.saver is None or self.saver.is_saved:
            self._read()

        self.logo.begin()

    def _read(self) -> None:
        self._tasks.read(self, _facts, self._on_facts)

    def _on_facts(self, facts: ClinicFacts) -> None:
        is_typing = self.saver is not None and not self.saver.is_saved
        if is_typing and self.not_kept.isHidden():
            return  # somebody typed before the answer came: that is newer
        self._facts = facts
        if self.saver is not None:
            self.saver.deleteLater()
        self.saver = RecordSaver(self._tasks, facts.clinic, _kept, self)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self._on_failed)
        if not self.not_kept.isHidden():
            # What could not be kept was given up for what the records have: nothing waits now.
            self._on_saved(facts.clinic)
        for name, field in self.fields.items():
            field.clear_error()
            field.set_text(getattr(facts.clinic, name))
        self.paper.set_choice(facts.clinic.paper)
        self._echo(facts.clinic)

    def _on_typed(self, name: str, text: str) -> None:
        """Keep what can be kept; half a word is no mistake until the field is left."""
        line = clean_line(text)
        if self.saver is not None and not self._problem(name, line):
            self.saver.change(**{name: self._as_kept(name, line)})
            self._echo(self.saver.record)

    def _on_left(self, name: str, text: str) -> None:
        if self.saver is None:
            return
        sentence = self._problem(name, clean_line(text))
        if sentence:
            self.fields[name].show_error(sentence)
        else:
            self.fields[name].set_text(getattr(self.saver.record, name))
        self.saver.keep()

    def _on_paper(self, code: str) -> None:
        if self.saver is not None:
            self.saver.change(paper=code)
            self.saver.keep()

    def _on_saved(self, clinic: Clinic) -> None:
        self.not_kept.hide()
        self.saved.emit(clinic)

    def _on_failed(self, error: NeedleLogError) -> None:
        self.not_kept.show_failure(error)
        self.not_saved.emit(error)

    def _on_retry(self) -> None:
        if self.saver is not None:
            self.saver.keep()

    def _as_kept(self, name: str, line: str) -> str:
        if name == "time_zone":
            return self._zone_of(line)
        return line.upper() if name == "currency" else line

    def _zone_of(self, line: str) -> str:
        """'Europe/London' for that or for 'london'; '' where this computer knows none or many."""
        zones = self._facts.zones if self._facts else frozenset()
        if line in zones:
            return line
        city = "/" + line.replace(" ", "_").casefold()
        found = [zone for zone in zones if zone.casefold().endswith(city)]
        return found[0] if len(found) == 1 else ""

    def _problem(self, name: str, line: str) -> str:
        """The sentence under a field; empty while its text can be kept."""
        if name == "name":
            return too_long(line, LONGEST_NAME) if line else _("Type the name of the clinic.")
        if name == "phone" and not digits(line):
            return _("Type a phone number that clients can call.")
        if name == "emergency_number" and not digits(line):
            return _("Type the number that is called in an emergency, such as 112.")
        if name == "time_zone":
            return self._zone_problem(line)
        if name == "currency":
            return self._currency_problem(line)
        return too_long(line, LONGEST_LINE)

    def _zone_problem(self, line: str) -> str:
        if self._facts is None or self._zone_of(line):
            return ""
        return _(
            "This computer knows no time zone “{text}”, so it stays as it was. "
            "Type it as Europe/London."
        ).format(text=line)

    def _currency_problem(self, line: str) -> str:
        if not line or self._facts is None or line.upper() in self._facts.currencies:
            return ""
        return _("There is no currency “{text}”. Type its three letters, such as EUR.").format(
            text=line
        )

    def _echo(self, clinic: Clinic) -> None:
        """What a code stands for, said back under its field."""
        if self._facts is None:
            return
        if clinic.time_zone in self._facts.zones:
            clock = dates.clock(now(), ZoneInfo(clinic.time_zone))
            self.time_zone.show_message(_("It is {time} there.").format(time=clock), "ink2")
        self.currency.show_message(self._facts.currencies.get(clinic.currency, ""), "ink2")

    def _make_fields(self) -> None:
        self.time_zone = Field(_("Time zone"))
        self.currency = Field(_("Currency"))
        self.fields = {
            "name": Field(_("Clinic name")),
            "phone": Field(_("Phone")),
            "address": Field(_("Address")),
            "hours": Field(_("Opening hours"), placeholder=_("Mon to Fri 9:00 to 18:00")),
            "out_of_hours": Field(
                _("When the clinic is closed"),
                _("A number or a sentence: who helps at night and at weekends."),
            ),
            "emergency_number": Field(_("Emergency number")),
            "time_zone": self.time_zone,
            "currency": self.currency,
        }
        self.paper = Segmented(_("Paper"), [Segment(code, code) for code in PAPERS])

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.typed.connect(partial(self._on_typed, name))
            field.finished.connect(partial(self._on_left, name))
            field.edit.returnPressed.connect(self._on_return)
        self.paper.chosen.connect(self._on_paper)
        self.not_kept.retry_asked.connect(self._on_retry)
        self.not_kept.reload_asked.connect(self._read)

    def _on_return(self) -> None:
        self.focusNextChild()

    def _lay_out(self) -> None:
        fields = self.fields
        letterhead = form_card(
            _("On every sheet"),
            [
                (fields["name"], fields["phone"]),
                (fields["address"],),
                (fields["hours"],),
                (fields["out_of_hours"],),
                (
                    fields["emergency_number"],
                    Labelled(
                        _("Paper"), self.paper, _("Of the aftercare sheet. A5 takes two pages.")
                    ),
                ),
            ],
        )
        place = form_card(_("Place"), [(self.time_zone, self.currency)])
        title = _("Clinic and letterhead")
        column = section_column(self)
        column.addLayout(heading(title, _("Kept as you type; the next sheet carries it.")))
        column.addWidget(self.not_kept)
        column.addWidget(letterhead)
        column.addWidget(self.logo)
        column.addWidget(place)
        column.addStretch(1)


def _facts(db: Session) -> ClinicFacts:
    from babel import Locale

    from needlelog.db import clinic

    here = clinic.get(db)
    if here is None:
        raise LookupError("settings are shown for a named clinic")
    currencies = dict(Locale("en").currencies)
    return ClinicFacts(here, frozenset(available_timezones()), currencies)


def _kept(db: Session, record: Clinic) -> Clinic:
    from needlelog.db import clinic

    return clinic.save(db, record)
