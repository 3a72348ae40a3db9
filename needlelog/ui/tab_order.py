"""Where Tab goes: as one reads, however the parts were made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def stops(part: QWidget) -> list[QWidget]:
    """What Tab visits in a part, in the order it was made.

    Never by nextInFocusChain: PySide makes what it returns a child of the asking widget's
    wrapper, and every control it passed on the way dies with that.
    """
    return [one for one in (part, *part.findChildren(QWidget)) if _takes_tab(one)]


def one_after_the_other(parts: Iterable[QWidget]) -> None:
    """All of the first part before all of the next."""
    for before, after in pairwise([stop for part in parts for stop in stops(part)]):
        QWidget.setTabOrder(before, after)


def as_read(part: QWidget) -> list[QWidget]:
    """What Tab visits there and stands there now, row by row, in the direction of reading."""
    shown = [one for one in stops(part) if one.isVisibleTo(part)]
    mirrored = part.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def place(one: QWidget) -> tuple[int, int]:
        at = one.mapTo(part, QPoint(0, 0))
        return at.y(), -at.x() if mirrored else at.x()

    return sorted(shown, key=place)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
