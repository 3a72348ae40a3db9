"""The right column of the last step: the record in sentences, notes, and the paper's way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain import dates
from needlelog.domain.handout import HandoutEventKind
from needlelog.domain.session import NeedlingSession
from needlelog.domain.text import clean_text
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui.screens import session_text
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.paper import Given
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.card import Card
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import NoteField
from needlelog.ui.widgets.labels import PlainLabel

_GIVEN = (
    HandoutEventKind.GIVEN_ON_PAPER,
    HandoutEventKind.SENT,
    HandoutEventKind.DECLINED,
)

_TITLES_PX = 92


class Summary(QWidget):
    noted = Signal(str)
    why_added = Signal(str)
    ended_moved = Signal(int)
    """Minutes to move the end of needling by."""
    handed_over = Signal(object)
    """HandoutEventKind that a person says happened."""
    details_asked = Signal()
    corrected_asked = Signal()

    def __init__(self, facts: ChairFacts) -> None:
        super().__init__()
        self.facts = facts
        self.text = QGridLayout()
        self.text.setHorizontalSpacing(12)
        self.text.setVerticalSpacing(6)
        self.text.setColumnStretch(1, 1)
        self.notes = NoteField(_("Notes"))
        self.why = ChipGroup(_("Why"), "one_or_none")
        self.why_text = PlainLabel(role="body", wrap=True)
        self.ended = PlainLabel(role="card", wrap=True)
        self.earlier = ActionButton(_("− 5 min"), height=48)
        self.later = ActionButton(_("+ 5 min"), height=48)
        self.outdated = PlainLabel(role="guard", wrap=True)
        self.outdated.set_ink("warn")
        self.corrected = ActionButton(
            _("Print a corrected sheet"), "printer", height=48, guarded=True
        )
        self.sheet_state = PlainLabel(role="body", wrap=True)
        self.given = ChipGroup(_("The sheet was"), "one_or_none")
        self.explained = ActionButton(height=48, name=_("Explained"))
        self.details = ActionButton(_("More about this session"), "clipboard-list", height=48)
        self._lay_out()
        self._connect()

    def show_session(self, session: NeedlingSession, given: Given, outdated: bool = False) -> None:
        self._show_record(session)
        if clean_text(self.notes.text()) != session.notes:
            self.notes.set_text(session.notes)
        self.why_text.setText(session.why)
        self.why_text.setVisible(bool(session.why))
        self._show_ended(session)
        self._show_given(given, outdated)
        for control in (self.notes, self.why, self.earlier, self.later, self.details):
            control.setEnabled(not session.is_signed)

    def _show_record(self, session: NeedlingSession) -> None:
        while (item := self.text.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        names = {one.id: one.initials for one in (self.facts.practitioner, self.facts.you)}
        reader = session_text.Reader(self.facts.zone, names, self.facts.shelf)
        for row, section in enumerate(session_text.sections(session, reader)):
            title = PlainLabel(section.title, "label", wrap=True)
            metrics.fix(title, width=_TITLES_PX)
            self.text.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            self.text.addWidget(PlainLabel("\n".join(section.lines), "body", wrap=True), row, 1)

    def _show_ended(self, session: NeedlingSession) -> None:
        ended = session.needling_ended_at
        text = _("Needling not begun")
        if ended is not None:
            text = _("Needling ended {time}").format(time=dates.clock(ended, self.facts.zone))
        self.ended.setText(text)
        for button in (self.earlier, self.later):
            button.setVisible(ended is not None)

    def _show_given(self, given: Given, outdated: bool) -> None:
        told = [self._told(event.kind, event.at) for event in given.events]
        self.sheet_state.setText(" · ".join(filter(None, told)) or _("Nothing printed yet"))
        done = [event.kind for event in given.events if event.kind in _GIVEN]
        self.given.set_chosen(done[-1:])
        self.explained.set_text(_("Explained by {who}").format(who=self.facts.you.initials))
        was_explained = given.has(HandoutEventKind.EXPLAINED)
        self.explained.set_kind("primary" if was_explained else "secondary")
        self.outdated.setVisible(outdated)
        self.corrected.setVisible(outdated)
        if given.handout is not None and outdated:
            at = dates.clock(given.handout.made_at, self.facts.zone)
            self.outdated.setText(
                _("The sheet of {time} says something else than the record does now.").format(
                    time=at
                )
            )

    def _told(self, kind: HandoutEventKind, at: object) -> str:
        words = {
            HandoutEventKind.PRINTED: _("Printed {time}"),
            HandoutEventKind.SAVED: _("Saved as PDF {time}"),
            HandoutEventKind.EXPLAINED: _("Explained {time}"),
        }
        return words.get(kind, "").format(time=dates.clock(at, self.facts.zone))  # type: ignore[arg-type]  # a moment

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("Session summary"), "heading"))
        record = Card()
        record.body.addLayout(self.text)
        column.addWidget(record)
        ended = QHBoxLayout()
        ended.addWidget(self.ended, 1)
        ended.addWidget(self.earlier)
        ended.addWidget(self.later)
        column.addLayout(ended)
        column.addWidget(PlainLabel(_("The sheet"), "card"))
        for widget in (self.outdated, self.corrected, self.sheet_state, self.given, self.explained):
            column.addWidget(widget)
        column.addWidget(self.notes)
        column.addWidget(PlainLabel(_("Why, for next time"), "label"))
        column.addWidget(self.why)
        column.addWidget(self.why_text)
        column.addWidget(self.details)
        lock = _("Signing locks the record. What is new goes into another session.")
        column.addWidget(PlainLabel(lock, "secondary", wrap=True))
        self.given.set_choices(
            [Choice(str(kind), text) for kind, text in zip(_GIVEN, _given_words(), strict=True)]
        )
        self.why.set_choices(
            [Choice(code, _(choice.label)) for code, choice in catalogue.choices("why").items()]
        )

    def _connect(self) -> None:
        self.notes.typed.connect(self.noted)
        self.why.changed.connect(self._on_why)
        self.earlier.clicked.connect(partial(self.ended_moved.emit, -5))
        self.later.clicked.connect(partial(self.ended_moved.emit, 5))
        self.given.changed.connect(self._on_given)
        self.explained.clicked.connect(partial(self.handed_over.emit, HandoutEventKind.EXPLAINED))
        self.details.clicked.connect(self.details_asked)
        self.corrected.clicked.connect(self.corrected_asked)

    def _on_why(self, chosen: tuple[str, ...]) -> None:
        for code in chosen:
            self.why_added.emit(_(catalogue.choices("why")[code].label))
        self.why.set_chosen(())

    def _on_given(self, chosen: tuple[str, ...]) -> None:
        for code in chosen:
            self.handed_over.emit(HandoutEventKind(code))


def _given_words() -> tuple[str, ...]:
    labels = catalogue.choices("handout_given").values()
    return tuple(_(choice.label) for choice in labels)
