"""What is wrong with how a window is laid out, found by looking at every widget in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.labels import ElidedLabel
from needlelog.ui.widgets.mini_map import MiniMap
from needlelog.ui.widgets.zone_key import ZoneKey
from needlelog.ui.widgets.zone_map import ZoneMap
from tests.walk.painted import Written, written

CONTROLS = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractSlider
_SLACK_PX = 3
_LONG_PX = 100_000
DRAWINGS = ZoneMap | MiniMap
"""Their letters belong to the drawing; tests of their own look after them."""


def faults(window: QWidget, smallest: int) -> list[str]:
    """A sentence for each text that is cut and each control that can't be hit or heard."""
    shown = [one for one in window.findChildren(QWidget) if _is_seen(one)]
    controls = [one for one in shown if is_control(one)]
    found: list[str] = []
    for one in shown:
        if isinstance(one, QLabel) and one.text():
            found += _of_label(one)
        if not isinstance(one, QAbstractScrollArea | QLineEdit | QScrollBar | DRAWINGS):
            found += _of_writing(one)
        if isinstance(one, QScrollBar) and one.orientation() is Qt.Orientation.Horizontal:
            found.append(f"something scrolls sideways in {_path(one)}")
        if isinstance(one, ActionButton) and one.is_primary and not _scrolls(one):
            found += _of_primary(one)
    for control in controls:
        found += _of_control(control, smallest)
    found += _overlaps(window, controls)
    return found


def is_control(widget: QWidget) -> bool:
    """What is pressed, typed into or moved; the zones of a map are hit another way."""
    if isinstance(widget, ZoneKey | QScrollBar) or not isinstance(widget, CONTROLS):
        return False
    return not isinstance(widget.parentWidget(), QComboBox)


def controls_of(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if _is_seen(one) and is_control(one)]


def spoken(control: QWidget) -> str:
    """What a screen reader calls it."""
    if isinstance(control, QAbstractButton):
        return control.accessibleName() or control.text()
    return control.accessibleName()


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _of_label(label: QLabel) -> Iterator[str]:
    if label.height() < label.fontMetrics().height() - 1:
        yield f"{label.text()!r} is cut off below"
    if isinstance(label, ElidedLabel):
        return  # it says '…', and its tooltip the rest
    wraps = label.wordWrap()
    needed = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
    if label.height() < needed - 1:
        yield f"{label.text()!r} has {label.height()} px of {needed}"
    if _is_cut_at_the_side(label):
        yield f"{label.text()!r} is cut off at the side"


def _of_writing(widget: QWidget) -> Iterator[str]:
    """Every word that is painted is inside its widget, over no other word, and whole."""
    pieces = list(written(widget))
    room = QRectF(widget.rect()).adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX)
    if isinstance(widget.parentWidget(), QTextEdit):
        room.adjust(0, -_LONG_PX, 0, _LONG_PX)  # a text goes on above and below what is seen
    for piece in pieces:
        if piece.is_cut and not _tells_the_rest(widget, piece):
            yield f"{piece.words!r} is cut and nothing says the rest, in {_path(widget)}"
        if not room.contains(piece.box):
            yield f"{piece.words!r} is painted out of {_path(widget)}"
    for one, other in combinations(pieces, 2):
        if _collide(one, other):
            yield f"{one.words!r} is painted over {other.words!r} in {_path(widget)}"


def _tells_the_rest(widget: QWidget, piece: Written) -> bool:
    """By the tooltip of the widget, or of the cell where a table wrote it."""
    view = widget.parentWidget()
    if not isinstance(view, QAbstractItemView):
        return bool(widget.toolTip())
    at = view.indexAt(piece.box.center().toPoint())
    whole = at.data(Qt.ItemDataRole.ToolTipRole) or ""
    start = piece.words.split("…")[0]
    return whole.startswith(start) and len(whole) > len(start)


def _collide(one: Written, other: Written) -> bool:
    if one == other or not (one.words + other.words).isascii():
        return False  # letters that join are measured wider apart than they are painted
    return one.box.adjusted(1, 1, -1, -1).intersects(other.box.adjusted(1, 1, -1, -1))


def _of_primary(button: ActionButton) -> Iterator[str]:
    seen = button.visibleRegion().boundingRect()
    if seen != button.rect():
        yield f"the way on, {spoken(button)!r}, is cut off"


def _of_control(control: QWidget, smallest: int) -> Iterator[str]:
    name = spoken(control)
    if not name:
        yield f"a {type(control).__name__} has no name"
    roles = QAccessible.Role
    if QAccessible.queryAccessibleInterface(control).role() in (
        roles.NoRole,
        roles.Client,
        roles.Window,
    ):
        yield f"{name!r} has no role"
    if min(control.width(), control.height()) < smallest and not _is_read_only(control):
        yield f"{name!r} is {control.width()} x {control.height()} px"
    if _is_cut_at_the_side(control):
        yield f"{name!r} is cut off at the side"


def _is_read_only(control: QWidget) -> bool:
    return isinstance(control, QPlainTextEdit) and control.isReadOnly()


def _overlaps(window: QWidget, controls: Sequence[QWidget]) -> Iterator[str]:
    places = [(one, place_on(window, one)) for one in controls]
    for index, (one, place) in enumerate(places):
        for other, there in places[index + 1 :]:
            apart = not one.isAncestorOf(other) and not other.isAncestorOf(one)
            if apart and not place.intersected(there).isEmpty():
                yield f"{spoken(one)!r} lies over {spoken(other)!r}"


def place_on(window: QWidget, widget: QWidget) -> QRect:
    """What is seen of it."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def _is_cut_at_the_side(widget: QWidget) -> bool:
    # Above and below may go on in a list that scrolls; nothing scrolls sideways.
    seen = widget.visibleRegion().boundingRect()
    return not seen.isEmpty() and seen.width() < widget.width()


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def _path(widget: QWidget) -> str:
    names: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(names) < 3:
        names.append(type(one).__name__)
        one = one.parentWidget()
    return " of ".join(names)
