"""When the client comes again, or that nothing is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from needlelog.domain import dates, moments
from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.clock import now
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.content import SheetContent, caption
from needlelog.ui.screens.chair.sheets.typed_date import TypedDate
from needlelog.ui.widgets.chips import ChipGroup, Choice

_WEEKS = (2, 4, 6, 8)
_DECLINED = "declined"


class NextDateContent(SheetContent):
    """A chip is the whole answer and closes; a typed date stays open to be read back."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        today = now().astimezone(facts.zone).date()
        self.chips = ChipGroup(_("Next session"), height=64)
        self.typed_date = TypedDate(_("Another day"), today, moments.parse_next_date)
        metrics.at_most(self.typed_date, 400)
        own = facts.shelf.protocol(session.protocol_id)
        interval = own.interval_days if own else None
        self.chips.set_choices([*_days(today, interval), Choice(_DECLINED, _("None planned"))])
        self.body.addWidget(caption(_("From today")))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.typed_date)
        self.chips.changed.connect(self._on_chip)
        self.typed_date.understood.connect(self._on_date)
        self._show()

    def _show(self) -> None:
        session = self._session
        day = session.next_on.isoformat() if session.next_on else ""
        self.chips.set_chosen([_DECLINED] if session.next_declined else [day])
        self.typed_date.show_value(session.next_on)

    def _on_chip(self, chosen: tuple[str, ...]) -> None:
        declined = chosen == (_DECLINED,)
        day = None if declined else date.fromisoformat(chosen[0])
        self._tapped("next_date", replace(self._session, next_on=day, next_declined=declined))
        self.done.emit()

    def _on_date(self, day: date | None) -> None:
        declined = self._session.next_declined and day is None
        self._wrote("next_date", replace(self._session, next_on=day, next_declined=declined))


def _days(today: date, interval_days: int | None) -> list[Choice]:
    """The interval of the session's protocol first, then whole weeks."""
    words = {today + timedelta(weeks=n): _("+ {n} weeks").format(n=n) for n in _WEEKS}
    if interval_days is not None:
        own = _("Protocol: + {n} days").format(n=interval_days)
        day = today + timedelta(days=interval_days)
        words = {day: own} | {other: text for other, text in words.items() if other != day}
    return [Choice(day.isoformat(), text, dates.echo(day)) for day, text in words.items()]
