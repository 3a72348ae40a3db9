"""What is wrong with how a window is laid out, found by looking at every widget in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from needlelog.ui.widgets.labels import ElidedLabel
from needlelog.ui.widgets.zone_key import ZoneKey

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit)


def faults(window: QWidget, smallest: int) -> list[str]:
    """A sentence for each label that is cut and each control that can't be hit or heard."""
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    controls = [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, CONTROLS) and one.isVisible() and not isinstance(one, ZoneKey)
    ]
    found: list[str] = []
    for label in labels:
        found += _of_label(label)
    for control in controls:
        found += _of_control(control, smallest)
    found += _overlaps(window, controls)
    return found


def _of_label(label: QLabel) -> Iterator[str]:
    if label.height() < label.fontMetrics().height() - 1:
        yield f"{label.text()!r} is cut off below"
    if isinstance(label, ElidedLabel):
        return  # it says '…', and its tooltip the rest
    wraps = label.wordWrap()
    needed = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
    if label.height() < needed - 1:
        yield f"{label.text()!r} has {label.height()} px of {needed}"
    flags = int(Qt.TextFlag.TextWordWrap) if wraps else 0
    room = QRect(0, 0, label.width(), 10_000)
    wide = label.fontMetrics().boundingRect(room, flags, label.text()).width()
    if wide > label.width() + 1:
        yield f"{label.text()!r} is {wide} px wide in {label.width()}"
    if _is_cut_at_the_side(label):
        yield f"{label.text()!r} is cut off at the side"


def _of_control(control: QWidget, smallest: int) -> Iterator[str]:
    name = _name(control)
    if not name:
        yield f"a {type(control).__name__} has no name"
    if min(control.width(), control.height()) < smallest:
        yield f"{name!r} is {control.width()} x {control.height()} px"
    if _is_cut_at_the_side(control):
        yield f"{name!r} is cut off at the side"


def _overlaps(window: QWidget, controls: Sequence[QWidget]) -> Iterator[str]:
    places = [(one, _shown(one, window)) for one in controls]
    for index, (one, place) in enumerate(places):
        for other, there in places[index + 1 :]:
            apart = not one.isAncestorOf(other) and not other.isAncestorOf(one)
            if apart and not place.intersected(there).isEmpty():
                yield f"{_name(one)!r} lies over {_name(other)!r}"


def _shown(widget: QWidget, window: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def _is_cut_at_the_side(widget: QWidget) -> bool:
    # Above and below may go on in a list that scrolls; nothing scrolls sideways.
    seen = widget.visibleRegion().boundingRect()
    return not seen.isEmpty() and seen.width() < widget.width()


def _name(control: QWidget) -> str:
    if isinstance(control, QAbstractButton):
        return control.accessibleName() or control.text()
    return control.accessibleName()
