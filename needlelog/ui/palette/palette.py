"""The palette over the window: find a client or an action, and go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, QSignalBlocker, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from needlelog.errors import NeedleLogError
from needlelog.i18n import _, ngettext
from needlelog.ui import metrics
from needlelog.ui.palette import facts, line
from needlelog.ui.palette.asking import Asking
from needlelog.ui.palette.facts import Found, Lately
from needlelog.ui.palette.foot import PaletteFoot, foot_height
from needlelog.ui.palette.line import Line, Ready
from needlelog.ui.palette.row import row_height
from needlelog.ui.palette.rows import MOST, PaletteRows, heading_height, height_of
from needlelog.ui.palette.shade import Shade
from needlelog.ui.tasks import Tasks

_WIDTH = 684
_INSET = 8
_TOP, _LOW_TOP = 72, 12
_LOW_PX = 780
_LEAST = 2
_ACTIONS = 3
"""Rows that actions have beside however many clients."""


class Palette(Shade):
    """The newest answer wins; what is on its way when it closes is not wanted any more."""

    client_asked = Signal(object)
    """UUID of the client to open."""
    session_asked = Signal(object)
    """UUID of the client to start with."""
    new_client_asked = Signal(str)
    """What was typed, and nobody is called."""
    action_asked = Signal(object)
    """The Action to do."""
    answered = Signal()
    """What is shown belongs to what is typed."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._asking = Asking.ANYTHING
        self._ready: Sequence[Ready] = ()
        self._lately: Lately | None = None
        self._lines: list[Line] = []
        self._current = 0
        self._asked = self._answered = self._openings = 0
        self._chooses: partial[None] | None = None
        self._visited: tuple[UUID, ...] = ()
        self.inside = PaletteRows(self)
        self.field = self.inside.field
        self.foot = PaletteFoot(self)
        self._connect()

    def open(self, asking: Asking, ready: Sequence[Ready], opened: Sequence[UUID]) -> None:
        """Come up empty.

        `ready` are the actions that can be done now, the likeliest first; `opened` the clients
        whose pages were looked at, the latest first.
        """
        self._visited = tuple(opened)
        self._asking = asking
        self._ready = ready if asking is Asking.ANYTHING else ()
        words = _words(asking)
        self.setAccessibleName(words)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.foot.show_asking(asking)
        self.clear()
        self.come_up(self.field)

    def clear(self) -> None:
        """As it stands before anything is typed."""
        self._asked += 1
        self._chooses = None
        self._lately = None
        with QSignalBlocker(self.field):
            self.field.clear()
        self._show([])
        self._openings += 1
        work = partial(facts.lately, opened=self._visited)
        answer = partial(self._on_lately, self._openings, self._asked)
        self._tasks.read(self, work, answer, partial(self._on_failed, self._asked))

    def is_waiting(self) -> bool:
        """Whether an answer to what is typed is still on its way."""
        return self._answered != self._asked

    # ------------------------------------------------------------------------------ asking

    def _connect(self) -> None:
        field = self.field
        field.textChanged.connect(self._on_text_changed)
        field.moved.connect(self._on_moved)
        field.chosen.connect(partial(self._on_chosen, False))
        field.started.connect(partial(self._on_chosen, True))
        field.dropped.connect(self.dismiss)
        self.inside.chosen.connect(partial(self._choose, starts=False))
        self.window_resized.connect(self._update_lines)
        self.closed.connect(self._on_closed)

    def _on_closed(self) -> None:
        """What is still on its way is not wanted any more."""
        self._asked += 1
        self._openings += 1
        self._chooses = None

    def _on_text_changed(self, text: str) -> None:
        self._chooses = None
        self._asked += 1
        if text.strip():
            work = partial(facts.found, text=text)
            answer = partial(self._on_found, self._asked, text)
            self._tasks.read(self, work, answer, partial(self._on_failed, self._asked))
        elif self._lately is not None:
            self._show_lately(self._lately)
            self._has_answered()
        else:
            self.clear()

    def _on_lately(self, opening: int, asked: int, lately: Lately) -> None:
        if opening != self._openings:
            return
        self._lately = lately
        if asked == self._asked:
            self._show_lately(lately)
            self._has_answered()
        else:  # somebody types already; the number of clients is true all the same
            self._update_lines()

    def _on_found(self, asked: int, text: str, found: Found) -> None:
        if asked == self._asked:
            self._show_found(text, found)
            self._has_answered()

    def _has_answered(self) -> None:
        self._answered = self._asked
        self.answered.emit()
        if self._chooses is not None:
            self._chooses()

    def _on_failed(self, asked: int, error: NeedleLogError) -> None:
        """The records can't be read; what can be done without them still can."""
        if asked == self._asked:
            self._answered = asked
            self._show(self._actions(self.field.text()))
        self._tasks.failed.emit(error)

    # ----------------------------------------------------------------------------- showing

    def _show_lately(self, lately: Lately) -> None:
        people = line.of_clients(lately.found)
        self._show(self._mixed(people, line.of_ready(self._ready[:_ACTIONS])))

    def _show_found(self, text: str, found: Found) -> None:
        people = line.of_clients(found, text)
        actions = self._actions(text)
        if not found.is_near:
            self._show(self._mixed(people, actions))
            return
        # Somebody new is the last resort: never above what can be meant as well.
        new = line.nobody(text, has_near=bool(people))
        lines = self._mixed([*people[: self._room() - 1], new], actions)
        if not people:
            lines = [*lines[1:], new]
        self._show(lines)

    def _actions(self, text: str) -> list[Line]:
        return line.of_actions(self._ready, text)

    def _mixed(self, people: list[Line], actions: list[Line]) -> list[Line]:
        """Clients first; actions keep a few rows, and the rows that clients leave."""
        room = self._room()
        kept = min(len(actions), max(min(_ACTIONS, room // 2), room - len(people)))
        return people[: room - kept] + actions[:kept]

    def _room(self) -> int:
        """Rows that fit into the window."""
        height = self._window.height() - 2 * self._top() - foot_height() - 2 * _INSET
        headings = 3 if self._ready else 1
        room = (height - height_of(()) - headings * heading_height()) // row_height()
        return max(_LEAST, min(MOST, room))

    def _show(self, lines: list[Line]) -> None:
        self._lines = lines
        self._current = 0
        self._update_lines()

    def _update_lines(self) -> None:
        self._place()
        self.inside.show_lines(self._lines, self._current)
        self.foot.show_count(self._count())

    def _count(self) -> str:
        if self._lately is None:
            return ""
        shown = sum(1 for one in self._lines if one.client is not None)
        total = self._lately.count
        text = ngettext("{n} of {total} client", "{n} of {total} clients", total)
        return text.format(n=shown, total=f"{total:,}")

    def _top(self) -> int:
        return _TOP if self._window.height() >= _LOW_PX else _LOW_TOP

    def _place(self) -> None:
        width = min(metrics.px(_WIDTH), self._window.width() - 32)
        foot = foot_height()
        height = height_of(self._lines) + 2 * _INSET + foot
        card = QRect((self._window.width() - width) // 2, self._top(), width, height)
        if self.place_card(card):
            self.foot.setGeometry(card.left(), card.bottom() + 1 - foot, width, foot)
            self.inside.setGeometry(card.adjusted(_INSET, _INSET, -_INSET, -foot - _INSET))

    # ---------------------------------------------------------------------------- choosing

    def _on_moved(self, by: int) -> None:
        if self._lines:
            self._current = (self._current + by) % len(self._lines)
            self.inside.mark_current(self._current)
            words = self.inside.rows[self._current].accessibleName()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _on_chosen(self, starts: bool) -> None:
        if self.is_waiting():
            self._chooses = partial(self._choose_current, starts)
        elif self._lines:
            self._choose_current(starts)

    def _choose_current(self, starts: bool) -> None:
        self._chooses = None
        if self._lines:
            self._choose(self._current, starts)

    def _choose(self, index: int, starts: bool) -> None:
        chosen, typed = self._lines[index], self.field.text().strip()
        starts = starts or self._asking is Asking.SESSION
        self.dismiss()
        if chosen.client is not None:
            (self.session_asked if starts else self.client_asked).emit(chosen.client.id)
        elif chosen.action is not None:
            self.action_asked.emit(chosen.action)
        else:
            self.new_client_asked.emit(typed)


def _words(asking: Asking) -> str:
    return {
        Asking.ANYTHING: _("Find a client or an action"),
        Asking.CLIENT: _("Find a client"),
        Asking.SESSION: _("Who is the session for?"),
    }[asking]
