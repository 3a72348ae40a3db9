"""The frame of the chair: who is in it, the steps, the bar at the foot, and the sheets."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from needlelog.domain import carry_over, close_out, own_time
from needlelog.domain.close_out import Item
from needlelog.domain.session import ChairStep, NeedlingSession, StopRecord
from needlelog.errors import NeedleLogError
from needlelog.i18n import _, ngettext
from needlelog.ui.autosave import Autosave
from needlelog.ui.clock import now_in
from needlelog.ui.room import is_compact
from needlelog.ui.screens.chair.bottom_bar import BottomBar
from needlelog.ui.screens.chair.chair_banner import ChairBanner
from needlelog.ui.screens.chair.facts import ChairFacts
from needlelog.ui.screens.chair.facts_again import FactsAgain
from needlelog.ui.screens.chair.finish import Finish
from needlelog.ui.screens.chair.map_view import FIRST_MAP
from needlelog.ui.screens.chair.open_sheets import OpenSheets
from needlelog.ui.screens.chair.reactions import Reactions
from needlelog.ui.screens.chair.signing import Signing
from needlelog.ui.screens.chair.telling import Telling
from needlelog.ui.screens.chair.treat import Treat
from needlelog.ui.screens.chair.undo_words import step_words
from needlelog.ui.tasks import Tasks

__all__ = ["FIRST_MAP", "Chair"]

_ORDER = (ChairStep.TREAT, ChairStep.REACTIONS, ChairStep.AFTERCARE)


class _Steps(QStackedWidget):
    """A step has what the banner and the bar leave, whatever it would like to have."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:
        return False


class Chair(QWidget):
    """One session. Every change comes as a new value through the autosave, and is shown from it."""

    left = Signal()
    """The person is done here: back to the client."""
    toast_asked = Signal(object)
    toast_closed = Signal(str)
    """A topic whose message is no longer true."""
    saved = Signal(str)
    """What the save state says now."""
    not_saved = Signal(object)

    def __init__(self, tasks: Tasks, facts: ChairFacts) -> None:
        super().__init__()
        self.facts = facts
        self.autosave = Autosave(tasks, facts.session, facts.history, self)
        self.bar = BottomBar()
        self._told = Telling(self.autosave, self.bar, facts, self)
        self._signing = Signing(tasks, self.autosave, self)
        self.banner = ChairBanner(facts)
        self.treat = Treat(self.autosave, facts)
        self.reactions = Reactions(self.autosave)
        self.finish = Finish(tasks, self.autosave, facts)
        self.sheets = OpenSheets(self, self.autosave, facts, self.treat)
        self._facts_again = FactsAgain(tasks, self.autosave, facts)
        self._steps = _Steps()
        self._shown_compact: bool | None = None
        self._lay_out()
        self._connect()
        self._show_step(facts.session.step)
        self._show(facts.session)
        if facts.session.saved_at is not None:
            self._told.say_saved(facts.session.saved_at)

    @property
    def session(self) -> NeedlingSession:
        return self.autosave.session

    def keep_typing(self) -> None:
        """Save what is being typed now: the window is closing."""
        self.autosave.keep_typing()

    def minimumSizeHint(self) -> QSize:
        # The wide layout must not keep the window from becoming narrow: that is when it changes.
        return QSize(900, 440)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        for page in (self.treat, self.reactions, self.finish):
            self._steps.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.banner)
        column.addWidget(self._steps, 1)
        column.addWidget(self.bar)

    def _fit(self) -> None:
        compact = is_compact(self.window().size())
        if compact != self._shown_compact:
            self._shown_compact = compact
            for part in (self.banner, self.reactions, self.finish, self.bar):
                part.set_compact(compact)
            self._show_bar(self.session)

    def _connect(self) -> None:
        autosave, bar = self.autosave, self.bar
        autosave.changed.connect(self._show)
        for told, signal in (
            (self._told.toast_asked, self.toast_asked), (self._told.saved, self.saved),
            (self._told.toast_closed, self.toast_closed), (self._told.not_saved, self.not_saved),
        ):  # fmt: skip
            told.connect(signal)
        self._facts_again.changed.connect(self._show_facts)
        self._signing.signed.connect(self._on_signed)
        self._signing.failed.connect(self._on_not_signed)
        self.banner.step_asked.connect(self.go)
        bar.item_asked.connect(self._on_item)
        bar.undo_asked.connect(self._told.undo)
        bar.redo_asked.connect(self._told.redo)
        bar.retry_asked.connect(autosave.retry)
        bar.stop_asked.connect(self._on_stop)
        bar.back_asked.connect(self._on_back)
        bar.next_asked.connect(self._on_next)
        self.treat.sheet_asked.connect(self.sheets.open)
        self.treat.toast_asked.connect(self.toast_asked)
        self.finish.sheet_asked.connect(self.sheets.open)
        self.finish.step_asked.connect(self.go)
        self.finish.toast_asked.connect(self.toast_asked)
        self.finish.given_changed.connect(self._on_given_changed)

    # ----------------------------------------------------------------------------- showing

    def _show(self, session: NeedlingSession) -> None:
        page = self._steps.currentWidget()
        if isinstance(page, Treat | Reactions | Finish):
            page.show_session(session)
        self.sheets.show_session(session)
        if session.is_signed:
            self.sheets.close()
        self._show_bar(session)
        if not self.autosave.history.undone:
            self.toast_closed.emit("undo")  # its Redo would do nothing any more

    def _show_facts(self, facts: ChairFacts) -> None:
        self.facts = self.sheets.facts = facts
        for part in (self.banner, self.treat, self.finish):
            part.show_facts(facts)
        self._show(self.session)

    def _show_bar(self, session: NeedlingSession) -> None:
        bar = self.bar
        bar.show_clock(own_time.running_since(session), session.signed_at)
        bar.strip.setEnabled(not session.is_signed)
        bar.show_items(self._items(session), session.is_signed)
        history = self.autosave.history
        count = len(history.done)
        bar.show_undo(
            step_words(history.done[-1].what) if count else "",
            count,
            step_words(history.undone[-1].what) if history.undone else "",
        )
        self._show_ways(session)
        self.banner.show_progress(session.step, self._done_steps(session))
        self.banner.show_session(session)

    def _show_ways(self, session: NeedlingSession) -> None:
        """The buttons on and back, in the words of this step."""
        compact = bool(self._shown_compact)
        if session.is_signed:
            self.bar.show_step(_("Done"), "", is_treat=False, is_signed=True)
            self.bar.next.setEnabled(True)
            return
        holds = self.finish.holds() if session.step is ChairStep.AFTERCARE else 0
        texts = {
            ChairStep.TREAT: (_("Reactions") if compact else _("Next: Reactions"), ""),
            ChairStep.REACTIONS: (
                _("Aftercare") if compact else _("Next: Aftercare & sign"),
                _("Treat"),
            ),
            ChairStep.AFTERCARE: (_("Sign & finish"), _("Reactions")),
        }
        on, back = texts[session.step]
        self.bar.show_step(on, back, is_treat=session.step is ChairStep.TREAT)
        self.bar.next.setEnabled(not holds and not self._signing.is_waiting)
        if holds:
            why = ngettext("{n} point open", "{n} points open", holds).format(n=holds)
            self.bar.next.set_text(on, second=why)

    def _items(self, session: NeedlingSession) -> dict[Item, bool]:
        return {
            Item.LOTS: close_out.lots_noted(session),
            Item.REACTIONS: close_out.reactions_noted(session),
            Item.AFTERCARE: self.finish.paper.given.handout is not None,
            Item.NEXT_DATE: close_out.next_date_noted(session),
        }

    def _done_steps(self, session: NeedlingSession) -> set[str]:
        done = set()
        if session.done_layers and not session.planned_layers:
            done.add(ChairStep.TREAT)
        if close_out.reactions_noted(session):
            done.add(ChairStep.REACTIONS)
        if session.is_signed:
            done.add(ChairStep.AFTERCARE)
        return {str(step) for step in done}

    def _show_step(self, step: ChairStep) -> None:
        self._steps.setCurrentIndex(_ORDER.index(step))

    # ------------------------------------------------------------------------------ moving

    def go(self, code: str) -> None:
        """To a step, by its code; a signed session stays where it is."""
        step = ChairStep(code)
        if self.session.is_signed or step is self.session.step:
            return
        self._show_step(step)
        self.toast_closed.emit("layers")
        self.autosave.went_to(step)

    def _on_next(self) -> None:
        if self.session.is_signed:
            self.left.emit()
        elif self.session.step is not ChairStep.AFTERCARE:
            self.go(_ORDER[_ORDER.index(self.session.step) + 1])
        elif not self.finish.holds():
            self._signing.ask()
            self._show_ways(self.session)

    def _on_back(self) -> None:
        self.go(_ORDER[_ORDER.index(self.session.step) - 1])

    def _on_item(self, code: str) -> None:
        match Item(code):
            case Item.REACTIONS:
                self.go(ChairStep.REACTIONS)
            case Item.AFTERCARE:
                self.go(ChairStep.AFTERCARE)
            case Item.LOTS:
                self.sheets.open("lots")
            case Item.NEXT_DATE:
                self.sheets.open("next_date")

    def _on_stop(self) -> None:
        if self.session.stop is None:
            stopped = carry_over.stopped(self.session, StopRecord(stopped_at=now_in(self.session)))
            self.autosave.did("stop", stopped)
        self.sheets.open("stop")

    def _on_given_changed(self) -> None:
        self._show_bar(self.session)

    # ----------------------------------------------------------------------------- signing

    def _on_signed(self, session: NeedlingSession) -> None:
        if session.saved_at is not None:
            self._told.say_saved(session.saved_at)

    def _on_not_signed(self, error: NeedleLogError) -> None:
        self._show_ways(self.session)
        self._told.say_failed(error)
