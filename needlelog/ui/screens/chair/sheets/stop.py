"""Why the session was stopped and what was done then. The time was stamped by the tap itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from needlelog import catalogue
from needlelog.domain import amounts, carry_over, dates, moments
from needlelog.domain.session import NeedlingSession, StopRecord
from needlelog.domain.text import clean_line, clean_text
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.clock import now, now_in
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.sheets.content import SheetContent, caption, side_by_side
from needlelog.ui.screens.chair.sheets.typed_moment import TypedMoment
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field, NoteField, NumberField
from needlelog.ui.widgets.labels import PlainLabel

_NOTE_PX = 112
_EMERGENCY = "emergency_called"


class StopContent(SheetContent):
    """A measure that asks for more shows its field once its chip is on."""

    def __init__(self, session: NeedlingSession, facts: ChairFacts) -> None:
        super().__init__(session)
        self._zone = facts.zone
        self.stopped = PlainLabel(role="guard", wrap=True)
        self.go_on = ActionButton(_("Go on after all"), "play", height=64, guarded=True)
        self.reasons = ChipGroup(_("Why?"), "many", height=56)
        self.measures = ChipGroup(_("What was done?"), "many", height=56)
        self.pulse = NumberField(_("Pulse, beats a minute"), partial(_whole, 20, 250))
        self.systolic = NumberField(_("Blood pressure, upper, mmHg"), partial(_whole, 40, 300))
        self.diastolic = NumberField(_("Blood pressure, lower, mmHg"), partial(_whole, 20, 200))
        self.recovered = TypedMoment(_("Recovered at"), facts.zone, self._parse_moment)
        self.left_at = TypedMoment(_("Left at"), facts.zone, self._parse_moment)
        self.left_with = Field(_("Left with (name, how)"))
        self.note = NoteField(_("What happened, in your words"))
        for chips, kind in ((self.reasons, "stop_reason"), (self.measures, "stop_measure")):
            known = catalogue.choices(kind).values()
            chips.set_choices([Choice(one.id, _(one.label)) for one in known])
        metrics.fix(self.note.edit, height=_NOTE_PX)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        body = self.body
        body.addLayout(side_by_side(self.stopped, self.go_on, stretches=(1, 0)))
        body.addWidget(caption(_("Why?")))
        body.addWidget(self.reasons)
        body.addWidget(caption(_("What was done?")))
        body.addWidget(self.measures)
        body.addLayout(side_by_side(self.pulse, self.systolic, self.diastolic))
        body.addLayout(side_by_side(self.recovered, self.left_at, self.left_with))
        body.addWidget(self.note)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._on_go_on)
        self.reasons.changed.connect(self._on_reasons)
        self.measures.changed.connect(self._on_measures)
        self.pulse.understood.connect(self._on_pulse)
        self.systolic.understood.connect(self._on_systolic)
        self.diastolic.understood.connect(self._on_diastolic)
        self.recovered.stamped.connect(self._on_recovered)
        self.recovered.typed.connect(self._on_recovered_typed)
        self.left_at.stamped.connect(self._on_left)
        self.left_at.typed.connect(self._on_left_typed)
        self.left_with.typed.connect(self._on_left_with)
        self.note.typed.connect(self._on_note)

    def _show(self) -> None:
        stop = self._session.stop
        if stop is None:  # undone meanwhile: nothing was stopped
            self.done.emit()
            return
        time = dates.clock(stop.stopped_at, self._zone)
        self.stopped.setText(
            _("Stopped at {time}. What was only planned is not treated.").format(time=time)
        )
        self.reasons.set_chosen(stop.reasons)
        self.measures.set_chosen(stop.measures)
        self.pulse.show_value(stop.pulse)
        self.systolic.show_value(stop.systolic)
        self.diastolic.show_value(stop.diastolic)
        self.recovered.show_moment(stop.recovered_at)
        self.left_at.show_moment(stop.left_at)
        if clean_line(self.left_with.text()) != stop.left_with:
            self.left_with.set_text(stop.left_with)
        if clean_text(self.note.text()) != stop.note:
            self.note.set_text(stop.note)
        self._show_follow_ups(stop)

    def _show_follow_ups(self, stop: StopRecord) -> None:
        for part, measure, value in (
            (self.pulse, "pulse", stop.pulse),
            (self.systolic, "blood_pressure", stop.systolic),
            (self.diastolic, "blood_pressure", stop.diastolic),
            (self.recovered, "recovered", stop.recovered_at),
            (self.left_at, "left", stop.left_at),
            (self.left_with, "left_with", stop.left_with),
        ):
            part.setVisible(measure in stop.measures or bool(value))

    def _parse_moment(self, text: str) -> datetime:
        stop = self._session.stop
        start = stop.stopped_at if stop else now_in(self._session)
        return moments.moment_after(start, text, self._zone, now())

    def _on_go_on(self) -> None:
        self._tapped("stop", carry_over.went_on(self._session))

    def _on_reasons(self, chosen: tuple[str, ...]) -> None:
        self._keep(reasons=chosen)

    def _on_measures(self, chosen: tuple[str, ...]) -> None:
        stop = self._session.stop
        if stop is not None:
            called = (_EMERGENCY in chosen) - (_EMERGENCY in stop.measures)
            self._keep(measures=chosen, note=self._note_of_call(stop.note, called))

    def _note_of_call(self, note: str, called: int) -> str:
        """The note with the time of the call to emergency services, or without it again."""
        words = _("Emergency called {time}")
        if called > 0:
            line = words.format(time=dates.clock(now_in(self._session), self._zone))
            return f"{note}\n{line}".strip()
        if called < 0:
            start = words.split("{", maxsplit=1)[0]
            return "\n".join(line for line in note.splitlines() if not line.startswith(start))
        return note

    def _on_pulse(self, number: int | None) -> None:
        self._type(pulse=number)

    def _on_systolic(self, number: int | None) -> None:
        self._type(systolic=number)

    def _on_diastolic(self, number: int | None) -> None:
        self._type(diastolic=number)

    def _on_recovered(self) -> None:
        self._keep(recovered_at=now_in(self._session))

    def _on_recovered_typed(self, at: datetime | None) -> None:
        self._type(recovered_at=at)

    def _on_left(self) -> None:
        self._keep(left_at=now_in(self._session))

    def _on_left_typed(self, at: datetime | None) -> None:
        self._type(left_at=at)

    def _on_left_with(self, text: str) -> None:
        self._type(left_with=clean_line(text))

    def _on_note(self, text: str) -> None:
        self._type(note=clean_text(text))

    def _keep(self, **values: object) -> None:
        self._tapped("stop", self._with(values))

    def _type(self, **values: object) -> None:
        self._wrote("stop", self._with(values))

    def _with(self, values: dict[str, object]) -> NeedlingSession:
        if self._session.stop is None:
            return self._session
        stop = replace(self._session.stop, **values)  # type: ignore[arg-type]  # checked by replace
        return replace(self._session, stops=(stop,))


def _whole(low: int, high: int, text: str) -> int:
    return amounts.parse_whole(text, low, high)
