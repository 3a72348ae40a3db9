"""What becomes of the sheet: drawn beside the screen, saved or printed, and then kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

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
        self._facts = facts
        self._out = PaperOut(tasks, screen)
        self._out.toast_asked.connect(self.toast_asked)
        self._asked = 0
        self.newest: Drawn | None = None
        self.given = Given()
        self.is_outdated = False
        """The sheet that was given says something else than the record does now."""

    def draw(self, session: NeedlingSession) -> None:
        """Draw the page as it would be given now; an older drawing under way is dropped."""
        self._asked += 1
        work = partial(paper.drawn, session, self._facts, now())
        then = partial(self._on_drawn, self._asked)
        self._tasks.run(self, work, then, partial(self._on_nothing, self._asked))
        self._read_given(session)

    def print(self, session: NeedlingSession) -> None:
        """Print; the printer is asked for once."""
        make = partial(_made_now, session, self._facts)
        self._out.print(make, self._on_out, self._file_name(session))

    def save(self, session: NeedlingSession) -> None:
        """Ask for a place and write the page there."""
        make = partial(_made_now, session, self._facts)
        self._out.save(make, self._on_out, self._file_name(session))

    def hand_over(self, session: NeedlingSession, kind: HandoutEventKind) -> None:
        """Somebody says what happened to the paper; a sheet that was never kept is kept now."""
        if self.given.handout is not None:
            event = self._event(self.given.handout, kind)
            self._write(partial(paper.note, event=event), session)
        elif self.newest is not None:
            self._keep(session, kind, self.newest.handout)

    def _file_name(self, session: NeedlingSession) -> str:
        """Date and client number: a file name tells no name."""
        day = session.happened_at.astimezone(self._facts.zone).date()
        return f"{day.isoformat()}-{self._facts.client.code}-aftercare.pdf"

    def _on_out(self, made: tuple[NeedlingSession, Drawn], kind: HandoutEventKind) -> None:
        session, sheet = made
        if sheet.unprintable:
            text = _("No font has these characters, they are marked [?]: {chars}").format(
                chars=sheet.unprintable
            )
            self.toast_asked.emit(Toast(text, "info", topic="unprintable"))
        self._keep(session, kind, sheet.handout)

    def _keep(self, session: NeedlingSession, kind: HandoutEventKind, sheet: Handout) -> None:
        # A sheet is kept once for every time it leaves the program: the hour on it differs.
        kept = replace(sheet, id=new_id())
        self._write(partial(paper.keep, handout=kept, event=self._event(kept, kind)), session)

    def _event(self, sheet: Handout, kind: HandoutEventKind) -> HandoutEvent:
        return HandoutEvent(sheet.id, kind, now(), self._facts.practitioner.id)

    def _write(self, work: partial[None], session: NeedlingSession) -> None:
        self._tasks.write(self, work, Topic.HANDOUTS, partial(self._on_kept, session))

    def _on_kept(self, session: NeedlingSession, _nothing: None) -> None:
        self._read_given(session)

    def _read_given(self, session: NeedlingSession) -> None:
        then = partial(self._on_given, session)
        self._tasks.read(self, partial(paper.given, session=session), then)

    def _on_given(self, session: NeedlingSession, given: Given) -> None:
        self.given = given
        if given.handout is None or not session.done_layers:
            self._on_compared(same=True)
        else:
            work = partial(paper.still_says_the_same, session, self._facts, given.handout)
            self._tasks.run(self, work, self._on_compared)

    def _on_compared(self, same: bool) -> None:
        self.is_outdated = not same
        self.given_changed.emit()

    def _on_drawn(self, asked: int, sheet: Drawn) -> None:
        if asked == self._asked:
            self.newest = sheet
            self.drawn.emit()

    def _on_nothing(self, asked: int, why: NeedleLogError) -> None:
        if asked == self._asked:
            self.newest = None
            self.nothing_to_draw.emit(str(why))


def _made_now(
    session: NeedlingSession, facts: ChairFacts
) -> tuple[bytes, tuple[NeedlingSession, Drawn]]:
    sheet = paper.drawn(session, facts, now())
    return sheet.handout.pdf, (session, sheet)
