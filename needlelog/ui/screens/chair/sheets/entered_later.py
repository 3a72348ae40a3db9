"""A session that is entered after it took place: why, and when it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog.domain import dates, moments, own_time
from needlelog.domain.session import NeedlingSession
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.choice_or_words import ChoiceOrWords
from needlelog.ui.screens.chair.sheets.content import SheetContent, side_by_side
from needlelog.ui.screens.chair.sheets.typed_date import TypedDate
from needlelog.ui.widgets.fields import Field


class EnteredLaterContent(SheetContent):
    """The sheet a session from paper opens with."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self.later = EnteredLater(facts)
        self.body.addWidget(self.later)
        self.later.changed.connect(partial(self._tapped, "details"))
        self.later.typed.connect(partial(self._wrote, "details"))
        self._show()

    def _show(self) -> None:
        self.later.show_session(self._session)


class EnteredLater(QWidget):
    """Day and time count together: either alone could lie in the future."""

    changed = Signal(object)
    """The session after a tap."""
    typed = Signal(object)
    """The session as it is typed."""

    def __init__(self, facts: ChairFacts) -> None:
        super().__init__()
        self._zone = facts.zone
        self._born_on = facts.client.born_on
        self._session = facts.session
        self.reason = ChoiceOrWords(_("Entered later? Why"), "entered_later_reason")
        today = now().astimezone(facts.zone).date()
        self.day = TypedDate(_("Day of the session"), today)
        self.time = Field(_("Time of the session"), placeholder="14:36")
        self._moment = QWidget()
        self._moment.setLayout(side_by_side(self.day, self.time))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addWidget(self._moment)
        self.reason.chosen.connect(self._on_reason)
        self.reason.typed.connect(self._on_reason_typed)
        self.day.understood.connect(self._on_typed)
        self.time.typed.connect(self._on_typed)
        self.time.finished.connect(self._on_left)
        self.day.finished.connect(self._on_left)
        self._show_moment()

    def show_session(self, session: NeedlingSession) -> None:
        """Show the session; day and time that are being typed stay as they are typed."""
        moved = session.happened_at != self._session.happened_at
        self._session = session
        self.reason.show_value(session.entered_later_reason)
        self._moment.setVisible(bool(session.entered_later_reason))
        if moved and self._read() != session.happened_at:
            self._show_moment()

    def _show_moment(self) -> None:
        local = dates.in_clinic(self._session.happened_at, self._zone)
        self.day.show_value(local.date())
        self.time.set_text(f"{local:%H:%M}")
        self.time.clear_error()

    def _read(self) -> datetime | str:
        """The moment in the two fields, or the sentence that says what is wrong."""
        day: date | None = self.day.value()
        if day is None:
            return _("Type the day and the time.")
        try:
            at = moments.happened(day, self.time.text(), self._zone, now(), self._born_on)
        except BadValue as wrong:
            return str(wrong)
        ended = own_time.latest_moment(own_time.moved_to(self._session, at))
        if ended > now():
            return _("The session would go on until {time}, which is still to come.").format(
                time=dates.clock(ended, self._zone)
            )
        return at

    def _on_reason(self, reason: str) -> None:
        self.changed.emit(replace(self._session, entered_later_reason=reason))

    def _on_reason_typed(self, reason: str) -> None:
        self.typed.emit(replace(self._session, entered_later_reason=reason))

    def _on_typed(self, typed: object) -> None:
        self.time.clear_error()
        moment = self._read()
        if not isinstance(moment, str):
            happened = own_time.moved_to(self._session, moment)
            self._session = happened  # so that showing it again leaves the fields alone
            self.typed.emit(happened)

    def _on_left(self, text: str) -> None:
        moment = self._read()
        if isinstance(moment, str):
            self.time.show_error(moment)
