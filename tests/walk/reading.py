"""Whether Tab goes as one reads, and whether what is read stands out from its ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QScrollBar, QWidget

from needlelog.ui import tab_order
from needlelog.ui.widgets.sheet import Sheet
from needlelog.ui.widgets.zone_key import ZoneKey
from tests.walk.layout import DRAWINGS, spoken
from tests.walk.painted import written

_MOST_STOPS = 200
_NOT_READ = QAbstractScrollArea | QScrollBar | DRAWINGS


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# ------------------------------------------------------------------------------- contrast


def pale(window: QWidget, least: float) -> list[str]:
    """Text whose colour stands out too little from what is really painted under it."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [
        f"{words!r} has {ratio:.1f}:1, less than {wanted:g}:1"
        for one in window.findChildren(QWidget)
        if one.isVisible() and not isinstance(one, _NOT_READ) and not _is_selected(one)
        for words, ratio, wanted in _ratios(one, window, image, least)
        if ratio < wanted
    ]


def _is_selected(widget: QWidget) -> bool:
    """Only a focused field shows what is selected, and a drawing of it has no focus."""
    return isinstance(widget, QLineEdit) and widget.hasSelectedText()


def _ratios(
    widget: QWidget, window: QWidget, image: QImage, least: float
) -> Iterator[tuple[str, float, float]]:
    wanted = least if widget.isEnabled() else 3.0
    for piece in written(widget):
        seen = widget.visibleRegion().boundingRect().intersected(piece.box.toAlignedRect())
        if seen.width() < 4 or seen.height() < 4:
            continue
        place = QRect(widget.mapTo(window, seen.topLeft()), seen.size())
        corners = (place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight())
        if any(window.childAt(corner) is not widget for corner in corners):
            continue  # something lies over it for a while
        yield piece.words, contrast(piece.ink, _ground(image, place)), wanted


def _ground(image: QImage, place: QRect) -> QColor:
    """The colour most of a place has: letters cover less than what is between them."""
    area = place.adjusted(-2, -2, 2, 2).intersected(image.rect())
    part = image.copy(area)
    pixels = memoryview(part.constBits()).cast("I")
    return QColor.fromRgb(Counter(pixels).most_common(1)[0][0])


# ------------------------------------------------------------------------------ the keyboard


def tab_stops(window: QWidget) -> list[QWidget]:
    """Where Tab goes from where the keyboard is, once round."""
    start = QApplication.focusWidget()
    if start is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    visited: list[QWidget] = []
    for _press in range(_MOST_STOPS):
        focused = QApplication.focusWidget()
        if focused is None or (visited and focused is visited[0]):
            break
        visited.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    if start is not None:
        start.setFocus()
    return visited


def out_of_order(window: QWidget) -> list[str]:
    """Steps of Tab that go back within one column or one row; a sheet's Close comes last."""
    stops = [
        one
        for one in tab_stops(window)
        if window.isAncestorOf(one) and not isinstance(one, ZoneKey)
    ]
    if not stops and tab_order.as_read(window):
        return ["Tab goes nowhere"]
    mirrored = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return [
        f"Tab goes back from {spoken(one)!r} to {spoken(other)!r}"
        for one, other in pairwise(stops)
        if _goes_back(_place(one, window), _place(other, window), mirrored)
        and _share_a_part(one, other, window)
        and not (isinstance(window, Sheet) and other is stops[-1])
    ]


def _goes_back(here: QRect, there: QRect, mirrored: bool) -> bool:
    if there.bottom() <= here.top():
        return there.left() < here.right() and here.left() < there.right()
    if there.top() >= here.bottom():
        return False
    return there.left() >= here.right() if mirrored else there.right() <= here.left()


def _share_a_part(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Of the same container: from one part of the window to the next Tab may go up again."""
    return one.parentWidget() is other.parentWidget() is not window


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
