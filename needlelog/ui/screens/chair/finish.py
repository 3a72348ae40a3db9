"""The last step: the true page, the record in sentences, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from needlelog.domain import close_out
from needlelog.domain.handout import HandoutEventKind
from needlelog.domain.session import NeedlingSession
from needlelog.domain.text import clean_text
from needlelog.i18n import _, ngettext
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now, now_in
from needlelog.ui.screens.chair import closing
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.gap_line import GapLine
from needlelog.ui.screens.chair.handing_over import HandingOver
from needlelog.ui.screens.chair.summary import Summary
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import PlainLabel
from needlelog.ui.widgets.page_buttons import PageButtons
from needlelog.ui.widgets.page_view import PageView


class Finish(QWidget):
    sheet_asked = Signal(str)
    step_asked = Signal(str)
    toast_asked = Signal(object)
    given_changed = Signal()

    def __init__(self, tasks: Tasks, autosave: Autosave, facts: ChairFacts) -> None:
        super().__init__()
        self._autosave = autosave
        self._facts = facts
        self.paper = HandingOver(tasks, facts, self)
        self.preview = PageView(_("Aftercare sheet"))
        self.page_line = PlainLabel(role="secondary", wrap=True)
        self.save = ActionButton(_("Save PDF"), "download", height=56, guarded=True)
        self.print = ActionButton(_("Print"), "printer", height=56, guarded=True)
        self.summary = Summary(facts)
        self.lines: dict[str, GapLine] = {}
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(8)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._connect()

    def show_session(self, session: NeedlingSession) -> None:
        """Only for the step on the screen: what the page says anew is drawn anew."""
        today = now().astimezone(self._facts.zone).date()
        open_points = closing.closing_lines(session, self._facts, today)
        self._show_lines(() if session.is_signed else open_points)
        self.paper.show_session(session)
        self.summary.show_session(session, self.paper.given, self.paper.is_outdated)

    def show_facts(self, facts: ChairFacts) -> None:
        """From now on by these facts; the session is shown next."""
        self._facts = self.paper.facts = self.summary.facts = facts

    def set_compact(self, compact: bool) -> None:
        """The page gives way: the answers beside it must not be cut off."""
        self._row.setStretch(0, 1 if compact else 55)
        self._row.setStretch(1, 1 if compact else 45)

    def holds(self) -> int:
        """How many points hold the signature."""
        return len(close_out.holds(self._autosave.session, self._facts.ceilings()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(_("Aftercare sheet"), "card"))
        words.addWidget(self.page_line)
        head.addLayout(words, 1)
        head.addWidget(self.save)
        head.addWidget(self.print)
        left = QVBoxLayout()
        left.setContentsMargins(24, 16, 20, 0)
        left.setSpacing(12)
        left.addLayout(head)
        left.addWidget(self.preview, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(left)
        self._row.addWidget(self._right())
        self.set_compact(False)

    def _right(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 12, 16)
        column.setSpacing(12)
        column.addLayout(self._gaps)
        column.addWidget(self.summary)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(scroll, 1)
        row.addWidget(PageButtons(scroll.verticalScrollBar()))
        return right

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.paper.drawn.connect(self._on_drawn)
        self.paper.nothing_to_draw.connect(self._on_nothing)
        self.paper.toast_asked.connect(self.toast_asked)
        self.paper.given_changed.connect(self._on_given)
        self.summary.noted.connect(self._on_noted)
        self.summary.why_added.connect(self._on_why_added)
        self.summary.ended_moved.connect(self._on_ended_moved)
        self.summary.handed_over.connect(self._on_handed_over)
        self.summary.details_asked.connect(partial(self.sheet_asked.emit, "details"))
        self.summary.corrected_asked.connect(self._on_print)

    def _show_lines(self, lines: tuple[closing.Line, ...]) -> None:
        shown = tuple(widget.line for widget in self.lines.values())
        if shown == lines:
            return
        for widget in self.lines.values():
            self._gaps.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.lines = {}
        for line in lines:
            widget = GapLine(line)
            widget.answered.connect(self._on_answered)
            self._gaps.addWidget(widget)
            self.lines.setdefault(line.key, widget)

    def _on_answered(self, line: closing.Line, code: str) -> None:
        if code.startswith(closing.SHEET):
            self.sheet_asked.emit(code.removeprefix(closing.SHEET))
        elif code.startswith(closing.STEP):
            self.step_asked.emit(code.removeprefix(closing.STEP))
        else:
            session = self._autosave.session
            done = closing.answered(session, line, code, now_in(session))
            if done is not None:
                self._autosave.did(line.key, done)

    # ------------------------------------------------------------------------------- paper

    def _on_drawn(self) -> None:
        drawn = self.paper.newest
        if drawn is not None:
            self.preview.show_pages(drawn.pages)
            pages = len(drawn.pages)
            count = ngettext("{n} page", "{n} pages", pages).format(n=pages)
            self.page_line.setText(f"{self._facts.clinic.paper}, {count}")
            self.save.setEnabled(True)
            self.print.setEnabled(True)

    def _on_nothing(self, sentence: str) -> None:
        self.preview.show_pages(())
        self.page_line.setText(sentence)
        self.save.setEnabled(False)
        self.print.setEnabled(False)

    def _on_given(self) -> None:
        session = self._autosave.session
        self.summary.show_session(session, self.paper.given, self.paper.is_outdated)
        self.given_changed.emit()

    def _on_save(self) -> None:
        self.paper.save(self._autosave.session)

    def _on_print(self) -> None:
        self.paper.print(self._autosave.session)

    # ------------------------------------------------------------------------- the record

    def _on_noted(self, text: str) -> None:
        session = self._autosave.session
        self._autosave.typed("notes", replace(session, notes=clean_text(text)))

    def _on_why_added(self, phrase: str) -> None:
        session = self._autosave.session
        why = "\n".join(filter(None, (session.why, phrase)))
        self._autosave.did("why", replace(session, why=why))

    def _on_ended_moved(self, minutes: int) -> None:
        session = self._autosave.session
        if session.needling_ended_at is not None:
            ended = min(now(), session.needling_ended_at + timedelta(minutes=minutes))
            earliest = session.started_at or ended
            self._autosave.did("ended", replace(session, needling_ended_at=max(ended, earliest)))

    def _on_handed_over(self, kind: HandoutEventKind) -> None:
        self.paper.hand_over(kind)
