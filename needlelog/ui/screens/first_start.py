"""The first page of new records: whose they are."""

from __future__ import annotations

from functools import partial
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog import __version__
from needlelog.domain.clinic import Clinic, Practitioner, initials_of
from needlelog.domain.text import clean_line, digits
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui import metrics, theme, who_works_here
from needlelog.ui.screens import first_start_facts
from needlelog.ui.screens.lengths import LONGEST_NAME, too_long
from needlelog.ui.system_time_zone import system_time_zone
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.select import Select
from needlelog.ui.widgets.strip import Strip

_STACKED_BELOW = 860


class FirstStart(QWidget):
    """Three fields on one page; the time zone is the computer's."""

    finished = Signal(object)
    """The Clinic as it was kept."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._zone = system_time_zone()
        self.clinic_name = Field(_("Clinic name"), _("It stands on every sheet you hand over."))
        self.phone = Field(_("Phone"), _("Printed for clients who are worried at home."))
        self.your_name = Field(_("Your name"), _("As you sign, such as Anneke de Vries, RN."))
        self.zone_line = PlainLabel(_zone_words(self._zone), "secondary", wrap=True)
        self.change_zone = ActionButton(_("Change"), height=44, name=_("Change the time zone"))
        self.zones = Select(_("Time zone"))
        self.zones.hide()
        self.start = ActionButton(_("Start"), icon="arrow-right", kind="primary", guarded=True)
        self.start.set_icon("arrow-right", after=True)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.clinic_name.setFocus()

    def _connect(self) -> None:
        self.clinic_name.edit.returnPressed.connect(self.phone.setFocus)
        self.phone.edit.returnPressed.connect(self.your_name.setFocus)
        self.your_name.edit.returnPressed.connect(self.start.click)
        self.change_zone.clicked.connect(self._on_change_zone)
        self.zones.chosen.connect(self._on_zone_chosen)
        self.start.clicked.connect(self._on_start)

    def _on_change_zone(self) -> None:
        self.zones.set_choices([(name, name) for name in sorted(available_timezones())])
        self.zones.set_choice(self._zone)
        self.zones.show()
        self.change_zone.hide()
        self.zones.setFocus()

    def _on_zone_chosen(self, name: str) -> None:
        self._zone = name
        self.zone_line.setText(_("Times are those of {zone}.").format(zone=name))

    def _on_start(self) -> None:
        wrong = []
        for field, sentence in self._problems():
            if sentence:
                field.show_error(sentence)
                wrong.append(field)
            else:
                field.clear_error()
        if wrong:
            wrong[0].setFocus()
        else:
            self._keep()

    def _keep(self) -> None:
        self.start.setEnabled(False)
        clinic = Clinic(
            name=clean_line(self.clinic_name.text()),
            phone=clean_line(self.phone.text()),
            time_zone=self._zone,
        )
        your_name = clean_line(self.your_name.text())
        work = partial(first_start_facts.named, here=clinic, your_name=your_name)
        self._tasks.write(self, work, Topic.CLINIC, self._on_kept, self._on_failed)

    def _on_kept(self, kept: tuple[Clinic, Practitioner]) -> None:
        here, you = kept
        who_works_here.keep(you.id)
        self.finished.emit(here)

    def _on_failed(self, error: NeedleLogError) -> None:
        self.start.setEnabled(True)
        self._tasks.failed.emit(error)

    def _problems(self) -> tuple[tuple[Field, str], ...]:
        clinic, phone, you = (
            clean_line(field.text()) for field in (self.clinic_name, self.phone, self.your_name)
        )
        no_clinic = "" if clinic else _("Type the name of the clinic.")
        no_phone = "" if digits(phone) else _("Type a phone number that clients can call.")
        no_name = "" if initials_of(you) else _("Type your name: it signs the sessions.")
        return (
            (self.clinic_name, no_clinic or too_long(clinic, LONGEST_NAME)),
            (self.phone, no_phone or too_long(phone, LONGEST_NAME)),
            (self.your_name, no_name or too_long(you, LONGEST_NAME)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        stacked = self.width() < metrics.px(_STACKED_BELOW)
        self._halves.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)

    def _lay_out(self) -> None:
        content = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._halves.setContentsMargins(64, 40, 64, 32)
        self._halves.setSpacing(56)
        self._halves.addLayout(_welcome(), 36)
        right = QVBoxLayout()
        right.addWidget(self._card())
        right.addStretch(1)
        self._halves.addLayout(right, 64)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Page(content), 1)
        whole.addWidget(_foot())

    def _card(self) -> Card:
        card = Card(edge="accent", padding=24)
        card.body.setSpacing(14)
        card.body.addWidget(PlainLabel(_("Your clinic and you"), "heading"))
        for field in (self.clinic_name, self.phone, self.your_name):
            card.body.addWidget(field)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.zone_line, 1)
        line.addWidget(self.change_zone)
        card.body.addLayout(line)
        card.body.addWidget(self.zones)
        card.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignRight)
        return card


def _welcome() -> QVBoxLayout:
    title = PlainLabel(_("Welcome to NeedleLog"), wrap=True)
    title.setFont(theme.font(30, 600))
    promise = PlainLabel(
        _("One page, about a minute. Everything stays on this computer. No account, no internet."),
        wrap=True,
    )
    promise.setFont(theme.font(17, 400))
    promise.set_ink("ink2")
    column = QVBoxLayout()
    column.setSpacing(14)
    column.addWidget(IconLabel("needlelog", "accent", 56))
    column.addSpacing(10)
    column.addWidget(title)
    column.addWidget(promise)
    column.addStretch(1)
    return column


def _foot() -> Strip:
    foot = Strip(edge="top")
    row = QHBoxLayout(foot)
    row.setContentsMargins(64, 14, 64, 14)
    row.addWidget(PlainLabel(_("English · depths in mm"), "secondary"), 1)
    version = _("Version {number}").format(number=__version__)
    row.addWidget(PlainLabel(version, "secondary"))
    return foot


def _zone_words(zone: str) -> str:
    return _("Times are those of {zone}, as on this computer.").format(zone=zone)
