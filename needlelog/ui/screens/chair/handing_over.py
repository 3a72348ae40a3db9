"""What becomes of the sheet: drawn beside the screen, saved or printed, and then kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needlelog.domain.aftercare import NothingNeedled
from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession
from needlelog.errors import NeedleLogError
from needlelog.i18n import _
from needlelog.ui.clock import now
from needlelog.ui.paper_out import PaperOut
from needlelog.ui.screens.chair import paper
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.paper import Drawn, Given
from needlelog.ui.tasks import Tasks, Topic
from needlelog.ui.widgets.toast import Toast


class HandingOver(QObject):
    """Never waits: every answer comes back as a signal."""

    drawn = Signal()
    nothing_to_draw = Signal(str)
    given_changed = Signal()
    toast_asked = Signal(object)

    def __init__(self, tasks: Tasks, facts: ChairFacts, screen: QWidget) -> None:
        super().__init__(screen)
        self._tasks = tasks
        self.facts = facts
        self._out = PaperOut(tasks, screen)
        self._out.toast_asked.connect(self.toast_asked)
        self._session = facts.session
        self._says = ""
        """What the page says that is wanted now; empty while there is nothing to draw."""
        self._is_drawing = False
        self._has_read = False
        self._is_keeping = False
        self._said: list[HandoutEventKind] = []
        """What somebody said of the paper and is not noted yet."""
        self.newest: Drawn | None = None
        self.given = Given()
        self.is_outdated = False
        """The sheet that was given says something else than the record does now."""

    def show_session(self, session: NeedlingSession) -> None:
        """Draw the page as it would be given now, unless it says what it said before."""
        self._session = session
        try:
            says = paper.says(session, self.facts, now())
        except NothingNeedled as why:
            self._on_nothing(why)
        else:
            is_another = says != self._says
            self._says = says
            if is_another:
                self._draw()
        self._compare()
        if not self._has_read:
            self._has_read = True
            self._read_given()

    def print(self, session: NeedlingSession) -> None:
        """Print; the printer is asked for once."""
        make = partial(_made_now, session, self.facts)
        self._out.print(make, self._on_out, self._file_name(session))

    def save(self, session: NeedlingSession) -> None:
        """Ask for a place and write the page there."""
        make = partial(_made_now, session, self.facts)
        self._out.save(make, self._on_out, self._file_name(session))

    def hand_over(self, kind: HandoutEventKind) -> None:
        """Somebody says what happened to the paper; a sheet that was never kept is kept now."""
        self._said.append(kind)
        self._note_said()

    def _file_name(self, session: NeedlingSession) -> str:
        """Date and client number: a file name tells no name."""
        day = session.happened_at.astimezone(self.facts.zone).date()
        return f"{day.isoformat()}-{self.facts.client.code}-aftercare.pdf"

    def _on_out(self, sheet: Drawn, kind: HandoutEventKind) -> None:
        if sheet.unprintable:
            text = _("No font has these characters, they are marked [?]: {chars}").format(
                chars=sheet.unprintable
            )
            self.toast_asked.emit(Toast(text, "info", topic="unprintable"))
        self._keep(kind, sheet.handout)

    # ------------------------------------------------------------------------------- drawing

    def _draw(self) -> None:
        """At most one drawing is under way: what changes meanwhile is drawn once, after it."""
        if not self._is_drawing:
            self._is_drawing = True
            work = partial(paper.drawn, self._session, self.facts, now())
            self._tasks.run(self, work, self._on_drawn, self._on_not_drawn)

    def _on_drawn(self, sheet: Drawn) -> None:
        self._is_drawing = False
        if sheet.handout.says == self._says:
            self.newest = sheet
            self.drawn.emit()
            self._note_said()
        elif self._says:
            self._draw()

    def _on_not_drawn(self, why: NeedleLogError) -> None:
        self._is_drawing = False
        self._on_nothing(why)

    def _on_nothing(self, why: NeedleLogError) -> None:
        self._says = ""
        self._said.clear()
        self.newest = None
        self.nothing_to_draw.emit(str(why))

    # ------------------------------------------------------------------------------- keeping

    def _note_said(self) -> None:
        """One after the other: the first may have to keep the sheet the next ones speak of."""
        if not self._said or self._is_keeping:
            return
        if self.given.handout is not None:
            events = [self._event(self.given.handout, kind) for kind in self._said]
            self._said.clear()
            self._write(partial(paper.note, events=events))
        elif self.newest is not None and self.newest.handout.says == self._says:
            self._keep(self._said.pop(0), self.newest.handout)

    def _keep(self, kind: HandoutEventKind, sheet: Handout) -> None:
        # A sheet is kept once for every time it leaves the program: the hour on it differs.
        kept = replace(sheet, id=new_id())
        self._write(partial(paper.keep, handout=kept, event=self._event(kept, kind)))

    def _event(self, sheet: Handout, kind: HandoutEventKind) -> HandoutEvent:
        return HandoutEvent(sheet.id, kind, now(), self.facts.you.id)

    def _write(self, work: partial[None]) -> None:
        self._is_keeping = True
        self._tasks.write(self, work, Topic.HANDOUTS, self._on_kept, self._on_not_kept)

    def _on_kept(self, _nothing: None) -> None:
        self._read_given()

    def _on_not_kept(self, error: NeedleLogError) -> None:
        self._is_keeping = False
        self._said.clear()
        self.toast_asked.emit(Toast(str(error), "error", topic="not_kept"))

    def _read_given(self) -> None:
        self._tasks.read(self, partial(paper.given, session=self._session), self._on_given)

    def _on_given(self, given: Given) -> None:
        self._is_keeping = False
        self.given = given
        self._compare()
        self.given_changed.emit()
        self._note_said()

    def _compare(self) -> None:
        """With the session as it stands now, not as it was when somebody asked."""
        kept = self.given.handout
        self.is_outdated = kept is not None and bool(self._says) and kept.says != self._says


def _made_now(session: NeedlingSession, facts: ChairFacts) -> tuple[bytes, Drawn]:
    sheet = paper.drawn(session, facts, now())
    return sheet.handout.pdf, sheet
