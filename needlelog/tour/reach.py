"""Where a hand has to go for a widget, and what keeps it from getting there."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from shiboken6 import isValid

from needlelog.tour.failures import NotReached, OutOfReach
from needlelog.tour.patience import until
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.sheet import Sheet

LEAST_PX = 32
LEAST_IN_CHAIR_PX = 48
_PATIENCE_MS = 4_000
_LOOKS = 3
"""So often a thing has to be seen in the same place before a hand goes there."""


def reached(widget: QWidget, place: QPoint | None = None) -> QPoint:
    """The point of the widget's window to press, once nothing is in the way.

    `place` is on the widget, its middle if left out. Raises OutOfReach with what is in the way.
    """
    seen: list[QPoint] = []

    def is_steady() -> bool:
        # A page that was shown just now is laid out in several turns of the event loop.
        if _hindrance(widget, place):
            return False
        seen.append(_on_window(widget, place))
        return len(seen) >= _LOOKS and len(set(map(QPoint.toTuple, seen[-_LOOKS:]))) == 1

    try:
        until(is_steady, "", _PATIENCE_MS)
    except NotReached:
        why = _hindrance(widget, place) or "does not stay in its place"
        raise OutOfReach(f"{spoken(widget)} {why}") from None
    return seen[-1]


def ready(widget: QWidget) -> None:
    """Wait until it takes a key. What is scrolled away or small is no hindrance to a keyboard."""
    try:
        until(lambda: not _refusal(widget), "", _PATIENCE_MS)
    except NotReached:
        raise OutOfReach(f"{spoken(widget)} {_refusal(widget)}") from None


def _hindrance(widget: QWidget, place: QPoint | None) -> str:
    """Why a finger would not get at it now; empty when it would."""
    why = _refusal(widget)
    return why or _what_covers(widget, _on_window(widget, place)) or _too_small(widget)


def _refusal(widget: QWidget) -> str:
    """Why it takes no press at all now; empty when it does."""
    if not isValid(widget):
        return "is gone"
    if not widget.isVisible():
        return "is not shown"
    if not widget.isEnabled():
        return "is not enabled"
    if isinstance(widget, ActionButton) and widget.is_resting():
        return "rests after its last press"
    return ""


def saying(parent: QWidget, words: str) -> QWidget:
    """The shown button or field below `parent` that a screen reader calls so, once it is there.

    The first words up to a comma are enough. Raises OutOfReach when there is none.
    """
    try:
        until(lambda: bool(_called(parent, words)), "", _PATIENCE_MS)
    except NotReached:
        names = "; ".join(filter(None, map(spoken, _shown(parent))))
        raise OutOfReach(f"nothing shown is called “{words}” there, only: {names}") from None
    return _called(parent, words)[0]


def _called(parent: QWidget, words: str) -> list[QWidget]:
    shown = _shown(parent)
    return [one for one in shown if spoken(one) == words or spoken(one).startswith(f"{words},")]


def _shown(parent: QWidget) -> list[QWidget]:
    fields, buttons = parent.findChildren(QLineEdit), parent.findChildren(QAbstractButton)
    return [one for one in (*buttons, *fields) if one.isVisible()]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it, the class where it says nothing."""
    if not isValid(widget):
        return "a widget"
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton):
        words = widget.text().replace("&", "")
    return words or type(widget).__name__


def _on_window(widget: QWidget, place: QPoint | None) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center() if place is None else place)


def _what_covers(widget: QWidget, point: QPoint) -> str:
    window = widget.window()
    if not window.rect().contains(point):
        return "lies outside the window"
    there = window.childAt(point)
    if there is None:
        return "" if widget is window else "is not where it should be"
    if there is widget or widget.isAncestorOf(there):
        return ""
    return f"is covered by {spoken(there)}"


def _too_small(widget: QWidget) -> str:
    least = LEAST_IN_CHAIR_PX if _is_in_chair(widget) else LEAST_PX
    if min(widget.width(), widget.height()) >= least:
        return ""
    return f"is {widget.width()} x {widget.height()} px, less than {least}"


def _is_in_chair(widget: QWidget) -> bool:
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, Chair | Sheet):
        parent = parent.parentWidget()
    return parent is not None
