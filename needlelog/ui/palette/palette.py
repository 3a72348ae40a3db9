"""The palette over the window: find a client or an action, and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from needlelog.errors import NeedleLogError
from needlelog.i18n import _, ngettext
from needlelog.ui import theme
from needlelog.ui.palette import facts, line
from needlelog.ui.palette.asking import Asking
from needlelog.ui.palette.facts import Found, Lately
from needlelog.ui.palette.foot import FOOT_PX, RADIUS_PX, PaletteFoot
from needlelog.ui.palette.line import Line, Ready
from needlelog.ui.palette.row import ROW_PX
from needlelog.ui.palette.rows import HEADING_PX, MOST, PaletteRows, height_of
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.face import Look, paint_box

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")

_WIDTH = 684
_INSET = 8
_TOP, _LOW_TOP = 72, 12
_LOW_PX = 780
_ACTIONS = 3
"""Rows that actions have beside however many clients."""


class Palette(QWidget):
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
    opened = Signal()
    closed = Signal()

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._came_from: QWidget | None = None
        self._below: QPixmap | None = None
        self._asking = Asking.ANYTHING
        self._ready: Sequence[Ready] = ()
        self._lately: Lately | None = None
        self._lines: list[Line] = []
        self._current = 0
        self._asked = self._answered = 0
        self._chooses: partial[None] | None = None
        self._visited: list[UUID] = []
        self._placed = QRect()
        self.inside = PaletteRows(self)
        self.field = self.inside.field
        self.foot = PaletteFoot(self)
        self._connect()
        self.hide()

    def open(self, asking: Asking, ready: Sequence[Ready]) -> None:
        """Come up empty; `ready` are the actions that can be done now, the likeliest first."""
        self._asking = asking
        self._ready = ready if asking is Asking.ANYTHING else ()
        words = _words(asking)
        self.setAccessibleName(words)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.foot.show_asking(asking)
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
            self._keep_still()
        self.clear()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    def clear(self) -> None:
        """As it stands before anything is typed."""
        self._asked += 1
        self._chooses = None
        self._lately = None
        with QSignalBlocker(self.field):
            self.field.clear()
        self._show([])
        work = partial(facts.lately, opened=tuple(self._visited))
        self._ask(work, self._on_lately)

    def dismiss(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self._asked += 1
        self._chooses = None
        self.hide()
        self._below = None
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()

    def remember(self, client_id: UUID) -> None:
        """A client was opened: the next time they come first."""
        others = [one for one in self._visited if one != client_id]
        self._visited = [client_id, *others][: facts.SHOWN]

    def is_waiting(self) -> bool:
        """Whether an answer to what is typed is still on its way."""
        return self._answered != self._asked

    # ---------------------------------------------------------------------------- Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._below = None
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
            self._update_lines()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies under the scrim must not be pressed

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._card().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._below is None:
            painter.fillRect(event.rect(), theme.current().color("scrim"))
        else:
            painter.drawPixmap(0, 0, self._below)
        paint_box(painter, QRectF(self._card()), Look("surface", "", "ink"), radius=RADIUS_PX)
        painter.end()

    def _keep_still(self) -> None:
        """Lie over a picture of the screen, or each keystroke would paint all of it again."""
        self._below = self._window.grab()
        painter = QPainter(self._below)
        painter.fillRect(self._window.rect(), theme.current().color("scrim"))
        painter.end()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # ------------------------------------------------------------------------------ asking

    def _connect(self) -> None:
        field = self.field
        field.textChanged.connect(self._on_text_changed)
        field.moved.connect(self._on_moved)
        field.chosen.connect(partial(self._on_chosen, False))
        field.started.connect(partial(self._on_chosen, True))
        field.dropped.connect(self.dismiss)
        self.inside.chosen.connect(partial(self._choose, starts=False))
        self._window.installEventFilter(self)

    def _on_text_changed(self, text: str) -> None:
        self._chooses = None
        self._asked += 1
        if text.strip():
            self._ask(partial(facts.found, text=text), partial(self._on_found, text))
        elif self._lately is not None:
            self._answered = self._asked
            self._show_lately(self._lately)
        else:
            self.clear()

    def _ask(self, work: Callable[[Session], T], then: Callable[[T], None]) -> None:
        answer = partial(self._on_answered, self._asked, then)
        self._tasks.read(self, work, answer, partial(self._on_failed, self._asked))

    def _on_answered(self, asked: int, then: Callable[[T], None], answer: T) -> None:
        if asked == self._asked:
            self._answered = asked
            then(answer)
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

    def _on_lately(self, lately: Lately) -> None:
        self._lately = lately
        self._show_lately(lately)

    def _show_lately(self, lately: Lately) -> None:
        people = line.of_clients(lately.found)
        self._show(self._mixed(people, line.of_ready(self._ready[:_ACTIONS])))

    def _on_found(self, text: str, found: Found) -> None:
        people = line.of_clients(found, text)
        lines = self._mixed(people, self._actions(text))
        if not people:
            lines = [*lines[: self._room() - 1], line.nobody(text)]
        self._show(lines)

    def _actions(self, text: str) -> list[Line]:
        return line.of_actions(self._ready, text)

    def _mixed(self, people: list[Line], actions: list[Line]) -> list[Line]:
        """Clients first; actions keep a few rows, and the rows that clients leave."""
        room = self._room()
        kept = min(len(actions), max(_ACTIONS, room - len(people)))
        return people[: room - kept] + actions[:kept]

    def _room(self) -> int:
        """Rows that fit into the window."""
        height = self._window.height() - 2 * self._top() - FOOT_PX - 2 * _INSET
        headings = 3 if self._ready else 1
        return min(MOST, (height - height_of(()) - headings * HEADING_PX) // ROW_PX)

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

    def _card(self) -> QRect:
        width = min(_WIDTH, self._window.width() - 32)
        height = height_of(self._lines) + 2 * _INSET + FOOT_PX
        return QRect((self._window.width() - width) // 2, self._top(), width, height)

    def _place(self) -> None:
        before, card = self._placed, self._card()
        if card == before and self.size() == self._window.size():
            return
        self._placed = card
        self.setGeometry(self._window.rect())
        self.foot.setGeometry(card.left(), card.bottom() + 1 - FOOT_PX, card.width(), FOOT_PX)
        self.inside.setGeometry(card.adjusted(_INSET, _INSET, -_INSET, -FOOT_PX - _INSET))
        self.update(card.united(before))

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
