"""The first page of new records: three steps, or a demo to look at."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog import __version__, settings
from needlelog.db.place import Place
from needlelog.domain.clinic import Clinic, Practitioner
from needlelog.domain.text import clean_line
from needlelog.errors import CannotWriteFile, NeedleLogError
from needlelog.i18n import _
from needlelog.ui import metrics, theme, who_works_here
from needlelog.ui.moving import Moving
from needlelog.ui.screens import first_start_facts
from needlelog.ui.screens.demo_card import DemoCard
from needlelog.ui.screens.first_start_place import PlaceStep
from needlelog.ui.screens.first_start_steps import ClinicStep, YouStep
from needlelog.ui.system_time_zone import system_time_zone
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.fields import Field
from needlelog.ui.widgets.icon_label import IconLabel
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page import Page
from needlelog.ui.widgets.readable import readable
from needlelog.ui.widgets.step_card import StepCard
from needlelog.ui.widgets.strip import Strip

_STACKED_BELOW = 860
_BELOW = 24
_COMPACT_BELOW = 700


class FirstStart(QWidget):
    """Nothing is written before the last step is done; the time zone is the computer's."""

    finished = Signal(object)
    """The Clinic as it was kept."""

    def __init__(self, tasks: Tasks, moving: Moving) -> None:
        super().__init__()
        self._tasks = tasks
        self._moving = moving
        self._zone = system_time_zone()
        self.clinic = ClinicStep()
        self.you = YouStep()
        self.place = PlaceStep(tasks, moving.place)
        self.demo = DemoCard(tasks)
        self.cards = self._made_cards()
        self._reached = self._current = 0
        self._lay_out()
        self._connect()
        self._show_step(0)

    def begin(self) -> None:
        self.clinic.begin()

    def typed(self) -> tuple[str, ...]:
        """What stands in the fields, for the page that comes after a look at the demo."""
        return tuple(field.text() for field in self._fields())

    def show_typed(self, typed: tuple[str, ...]) -> None:
        for field, text in zip(self._fields(), typed, strict=True):
            field.set_text(text)
        self.you.go_on()

    def stop(self) -> None:
        """The window closes: what is being made for looking only is given up."""
        self.demo.stop()

    def _fields(self) -> tuple[Field, ...]:
        clinic, you = self.clinic, self.you
        return clinic.name, clinic.phone, you.name, you.initials, you.profession

    # ------------------------------------------------------------------------------ steps

    def _show_step(self, index: int) -> None:
        self._current = index
        self._reached = max(self._reached, index)
        steps: tuple[ClinicStep | YouStep | PlaceStep, ...] = (self.clinic, self.you, self.place)
        for nth, (card, step) in enumerate(zip(self.cards, steps, strict=True)):
            if nth == index:
                card.show_state("open")
            elif nth <= self._reached and nth < len(steps) - 1:
                card.show_state("done", step.answer())
            else:
                card.show_state("waiting")
        steps[index].begin()
        # The cards get their new heights with the next event.
        QTimer.singleShot(0, self, partial(self._bring_into_sight, index))

    def _bring_into_sight(self, index: int) -> None:
        if index:  # the first one stands below the welcome
            self._page.ensureWidgetVisible(self.cards[index], 0, _BELOW)

    def _on_step_finished(self, index: int) -> None:
        self._show_step(index + 1)

    def _on_start(self) -> None:
        self.place.start.setEnabled(False)
        self._look_no_longer()
        chosen = self.place.chosen
        if chosen is None or chosen == self._moving.place.file:
            self._name_it(True)
        else:
            self._moving.go(Place(str(chosen)), self._name_it, self._on_failed)

    def _name_it(self, _is_new: bool) -> None:
        # Whether they are new is asked once more where they are named, in the same transaction.
        clinic = Clinic(
            name=clean_line(self.clinic.name.text()),
            phone=clean_line(self.clinic.phone.text()),
            time_zone=self._zone,
        )
        you = Practitioner(
            name=clean_line(self.you.name.text()),
            initials=clean_line(self.you.initials.text()),
            profession=clean_line(self.you.profession.text()),
        )
        work = partial(first_start_facts.named, here=clinic, you=you)
        self._tasks.write(self, work, Topic.CLINIC, self._on_kept, self._on_failed)

    def _on_kept(self, kept: tuple[Clinic, Practitioner] | None) -> None:
        if kept is None:
            self._on_named_meanwhile()
            return
        here, you = kept
        who_works_here.keep(you.id)
        if self.place.chosen is not None and self.place.chosen != self._moving.started_with:
            self._remember(self.place.chosen)
        self.finished.emit(here)

    def _on_failed(self, error: NeedleLogError) -> None:
        self._go_on()
        self.place.show_failure(str(error))

    def _on_named_meanwhile(self) -> None:
        """Another clinic's records, or these from another chair: there is no second clinic."""
        self._go_on()
        chosen = self.place.chosen
        if chosen is not None:
            self.place.look_at(chosen.parent)
        else:
            self.place.show_failure(
                _(
                    "Somebody named a clinic on this server meanwhile. Its records were left as "
                    "they are. Start NeedleLog again to open them."
                )
            )

    def _go_on(self) -> None:
        self.place.start.setEnabled(True)
        self.demo.setEnabled(True)

    def _look_no_longer(self) -> None:
        """Something else was chosen: the demo must not come up in the midst of it."""
        self.demo.stop()
        self.demo.setEnabled(False)

    def _on_open_other(self, file: Path) -> None:
        self._look_no_longer()
        opened = partial(self._on_opened_other, file)
        if file == self._moving.place.file:
            opened(False)  # they are open already: a first clinic was to be named in them
            return
        self._moving.go(Place(str(file)), opened, self._on_failed)

    def _on_opened_other(self, file: Path, is_new: bool) -> None:
        self._remember(file)
        self._moving.arrived.emit(is_new)

    def _remember(self, file: Path) -> None:
        """The next start opens the records that were chosen here."""
        address = None if file == settings.default_database() else str(file)
        try:
            settings.change(settings.settings_file(), database=address)
        except CannotWriteFile as failure:
            self._tasks.failed.emit(failure)

    # ----------------------------------------------------------------------------- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        stacked = self.width() < metrics.px(_STACKED_BELOW)
        self._halves.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        low = self.height() < _COMPACT_BELOW
        side, top, foot = (32, 16, 12) if low else (64, 72, 24)
        self._halves.setContentsMargins(side, top, side, foot)
        self._halves.setSpacing(32 if low else 72)

    def _connect(self) -> None:
        for nth, card in enumerate(self.cards):
            card.change_asked.connect(partial(self._show_step, nth))
        self.clinic.finished.connect(partial(self._on_step_finished, 0))
        self.you.finished.connect(partial(self._on_step_finished, 1))
        self.you.back_asked.connect(partial(self._show_step, 0))
        self.place.back_asked.connect(partial(self._show_step, 1))
        self.place.finished.connect(self._on_start)
        self.place.open_asked.connect(self._on_open_other)
        self.demo.ready.connect(self._moving.visit)

    def _made_cards(self) -> tuple[StepCard, StepCard, StepCard]:
        on_server = self.place.chosen is None
        lies = (
            _("On the server of the clinic, for every chair.")
            if on_server
            else _("One file in a folder of this computer. Nothing leaves it.")
        )
        your_hint = _("Your name is on every signature.")
        return (
            StepCard(1, _("Your clinic"), _("Whose records these are."), self.clinic),
            StepCard(2, _("You"), your_hint, self.you),
            StepCard(3, _("Where the records lie"), lies, self.place),
        )

    def _lay_out(self) -> None:
        halves, content = QWidget(), QWidget()
        content.setLayout(readable(halves, is_centred=True))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, halves)
        self._halves.addLayout(self._welcome(), 36)
        right = QVBoxLayout()
        right.setSpacing(16)
        for card in self.cards:
            right.addWidget(card)
        right.addStretch(1)
        self._halves.addLayout(right, 80)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._page = Page(content)
        whole.addWidget(self._page, 1)
        whole.addWidget(_foot(self._zone))

    def _welcome(self) -> QVBoxLayout:
        title = PlainLabel(_("Welcome to NeedleLog"), wrap=True)
        title.setFont(theme.font(30, 600))
        promise = PlainLabel(_promise(self.place.chosen is None), wrap=True)
        promise.setFont(theme.font(17, 400))
        promise.set_ink("ink2")
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(IconLabel("needlelog", "accent", 56))
        column.addSpacing(10)
        column.addWidget(title)
        column.addWidget(promise)
        column.addStretch(1)
        column.addWidget(self.demo)
        return column


def _promise(on_server: bool) -> str:
    if on_server:
        return _("Three steps, about two minutes. Everything stays on your clinic's own server.")
    return _(
        "Three steps, about two minutes. Everything stays on this computer. "
        "No account, no internet."
    )


def _foot(zone: str) -> Strip:
    foot = Strip(edge="top")
    row = QHBoxLayout(foot)
    row.setContentsMargins(64, 14, 64, 14)
    ways = _("English · depths in mm · times of {zone}").format(zone=zone)
    row.addWidget(PlainLabel(ways, "secondary"), 1)
    version = _("Version {number}").format(number=__version__)
    row.addWidget(PlainLabel(version, "secondary"))
    return foot
