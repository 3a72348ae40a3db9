"""Where depth and passes stand on a map: inside the zone, or beside the figure with a leader."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF

from needlelog.ui.widgets.map_frame import Frame, Margins
from needlelog.ui.widgets.map_paths import MapPaths, ZonePath

_STACK = QSizeF(24, 26)
_LINE = QSizeF(62, 15)
"""The room that '1.5' over '×4', or beside it, needs at least inside a zone."""
_ROOMY_STACK = QSizeF(36, 30)
"""The same where there is a good place outside."""
_STACK_PITCH = 42.0
_LINE_PITCH = 25.0
_MANY_ZONES = 16
"""From here on a column beside the figure has no room for stacks."""
_CALLOUT_MARGIN = 47.0
_STACK_MARGIN = 56.0
_LINE_MARGIN = 92.0
_LONGEST_WAY = 0.26
"""How far into the figure a leader goes, as a share of its width."""
_TOP_PX = 60.0
"""The sides are named in the upper corners; labels start below."""
_CUT_PX = 14.0
_TERSE_BELOW = 0.5
"""Logical pixels to a map unit under which there is no room for passes."""


@dataclass(frozen=True, slots=True)
class Label:
    """The place of a zone's numbers. `target` is the end of its leader, None inside the zone."""

    zone: str
    centre: QPointF
    target: QPointF | None = None
    is_one_line: bool = False
    is_terse: bool = False
    """Only the depth: on a small map the passes would lie over the next zone."""


def margins(paths: MapPaths, size: QSizeF) -> Margins:
    """The room beside the figure for the numbers of zones too narrow for them."""
    scale = size.height() / paths.content.height()
    outside = [zone for zone in paths.zones if not _goes_inside(zone, paths, scale)]
    plain = Margins()
    return Margins(
        left=_margin([zone for zone in outside if _is_left(zone, paths)], paths) or plain.left,
        right=_margin([zone for zone in outside if not _is_left(zone, paths)], paths)
        or plain.right,
    )


def place(paths: MapPaths, frame: Frame, size: QSizeF) -> dict[str, Label]:
    """A place for every zone of the whole map, so that none moves while others are painted."""
    inside: list[Label] = []
    beside: dict[bool, list[Label]] = {True: [], False: []}
    for zone in paths.zones:
        if _goes_inside(zone, paths, frame.scale):
            inside.append(_inside(zone, frame))
        else:
            beside[_is_left(zone, paths)].append(_outside(zone, paths, frame, size))
    is_one_line = len(paths.zones) > _MANY_ZONES
    columns = (_spread(column, is_one_line, size) for column in beside.values())
    is_terse = frame.scale < _TERSE_BELOW and not is_one_line
    return {label.zone: replace(label, is_terse=is_terse) for label in chain(inside, *columns)}


def place_in_region(paths: MapPaths, frame: Frame, size: QSizeF) -> dict[str, Label]:
    """A place for every zone that is in sight, on the zone itself: there is no room beside."""
    sight = QRectF(QPointF(0, 0), size).adjusted(_CUT_PX, _CUT_PX, -_CUT_PX, -_CUT_PX)
    labels = (_inside(zone, frame) for zone in paths.zones)
    return {label.zone: label for label in labels if sight.contains(label.centre)}


def _inside(zone: ZonePath, frame: Frame) -> Label:
    is_flat = _holds(zone, _LINE, frame.scale) and not _holds(zone, _STACK, frame.scale)
    is_one_line = zone.is_one_line or is_flat
    return Label(zone.code, frame.to_widget(zone.anchor), is_one_line=is_one_line)


def _outside(zone: ZonePath, paths: MapPaths, frame: Frame, size: QSizeF) -> Label:
    anchor = frame.to_widget(zone.anchor)
    at = frame.to_widget(zone.callout) if zone.callout else QPointF(0, anchor.y())
    half = _margin([zone], paths) / 2
    if not zone.callout and _is_left(zone, paths):
        at.setX(paths.content.left() * frame.scale + frame.left - half)
    elif not zone.callout:
        at.setX(paths.content.right() * frame.scale + frame.left + half)
    at.setX(max(half, min(size.width() - half, at.x())))
    return Label(zone.code, at, anchor)


def _goes_inside(zone: ZonePath, paths: MapPaths, scale: float) -> bool:
    if zone.is_one_line:
        return True
    if zone.callout or len(paths.zones) > _MANY_ZONES:
        return _holds(zone, _ROOMY_STACK, scale) or _holds(zone, _LINE, scale)
    # A leader across half a face is worse than numbers that reach over the edge.
    left, right = paths.content.left(), paths.content.right()
    way = min(zone.anchor.x() - left, right - zone.anchor.x())
    return way > _LONGEST_WAY * paths.content.width() or _holds(zone, _STACK, scale)


def _holds(zone: ZonePath, words: QSizeF, scale: float) -> bool:
    size = words / scale
    rect = QRectF(zone.anchor, size).translated(-size.width() / 2, -size.height() / 2)
    return zone.path.contains(rect)


def _is_left(zone: ZonePath, paths: MapPaths) -> bool:
    return zone.anchor.x() < paths.content.center().x()


def _margin(outside: list[ZonePath], paths: MapPaths) -> float:
    if not outside:
        return 0.0
    if len(paths.zones) > _MANY_ZONES:
        return _LINE_MARGIN
    # A place chosen in the drawing has looked for its room already.
    return _CALLOUT_MARGIN if all(zone.callout for zone in outside) else _STACK_MARGIN


def _spread(column: Iterable[Label], is_one_line: bool, size: QSizeF) -> Iterator[Label]:
    """One column with no label over another: down from the top, then up from the bottom."""
    labels = sorted(column, key=lambda label: label.centre.y())
    pitch = _LINE_PITCH if is_one_line else _STACK_PITCH
    rows = [max(label.centre.y(), _TOP_PX + pitch / 2) for label in labels]
    for label, row in zip(labels, _apart(rows, pitch, size.height()), strict=True):
        yield replace(label, centre=QPointF(label.centre.x(), row), is_one_line=is_one_line)


def _apart(rows: list[float], pitch: float, height: float) -> list[float]:
    for above, here in pairwise(range(len(rows))):
        rows[here] = max(rows[here], rows[above] + pitch)
    lowest = height - pitch / 2
    for index in reversed(range(len(rows))):
        rows[index] = min(rows[index], lowest)
        lowest = rows[index] - pitch
    return rows
