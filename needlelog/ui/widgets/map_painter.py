"""How a map is painted: the drawing in the theme's greys, zones in the colour of their depth."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from needlelog.ui.theme import Theme
from needlelog.ui.widgets.map_paths import ArtPath

_STRIPE_PX = 4.5
_PERIOD_PX = 9.6
_SOFT_PX = 0.8
"""Stripes fade into the ground over this width: a gradient has no smooth edges of its own."""
_EDGE_PX = 1.1
_TREATED_EDGE_PX = 1.5
_PLANNED_EDGE_PX = 1.7
_PLANNED_DASH = (6.4 / _PLANNED_EDGE_PX, 4.5 / _PLANNED_EDGE_PX)
_LAST_EDGE_PX = 3.5
_HALO_PX = 7.0
_FOCUS_GAP_PX = 2.0
_FOCUS_PX = 3.0


@dataclass(frozen=True, slots=True)
class ZoneLook:
    """What one zone shows: its deepest depth, and the lines to write on it ('1.5', '×4').

    `planned` zones are hatched, `last` is the zone painted last, `warned` asks for attention.
    """

    depth_um: int
    lines: tuple[str, ...] = ()
    planned: bool = False
    last: bool = False
    warned: bool = False


def draw_art(
    painter: QPainter, art: Iterable[ArtPath], theme: Theme, thinnest: float = 0.0
) -> None:
    """Draw in map units, as `thinnest` is: the painter brings the frame's transform."""
    for shape in art:
        colour = theme.color(f"art-{shape.tone}")
        if shape.width:
            painter.strokePath(shape.path, _round_pen(colour, max(shape.width, thinnest)))
        else:
            painter.fillPath(shape.path, colour)


def draw_untreated(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    painter.strokePath(path, _round_pen(theme.color("zone-edge"), _EDGE_PX))


def draw_zone(painter: QPainter, path: QPainterPath, look: ZoneLook, theme: Theme) -> None:
    """Draw in logical pixels, as everything below."""
    if look.last:
        painter.strokePath(path, _round_pen(theme.color("surface"), _HALO_PX))
    painter.fillPath(path, fill(look.depth_um, look.planned, theme))
    if look.planned:
        painter.strokePath(path, planned_pen(theme))
    else:
        painter.strokePath(path, _round_pen(theme.color("zone-on"), _TREATED_EDGE_PX))


def draw_last_edge(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    painter.strokePath(path, _round_pen(theme.color("accent"), _LAST_EDGE_PX))


def draw_focus(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    """The keyboard's place: a ring outside a gap, so that it differs from the last zone's edge."""
    for width, token in ((_FOCUS_GAP_PX + _FOCUS_PX, "accent"), (_FOCUS_GAP_PX, "surface")):
        stroker = QPainterPathStroker(_round_pen(theme.color(token), 2 * width))
        painter.fillPath(stroker.createStroke(path).subtracted(path), theme.color(token))


def draw_held(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    """A finger is on the zone."""
    painter.strokePath(path, _round_pen(theme.color("accent"), _LAST_EDGE_PX - 1))


def fill(depth_um: int, planned: bool, theme: Theme, zoom: float = 1.0) -> QBrush:
    """The colour of a depth; planned depths are stripes of it, so they never pass for done.

    `zoom` makes the stripes finer where the patch is small.
    """
    colour = theme.depth(depth_um).fill
    return _hatch(colour, theme.color("surface"), zoom) if planned else QBrush(colour)


def planned_pen(theme: Theme) -> QPen:
    pen = QPen(theme.color("ink2"), _PLANNED_EDGE_PX)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(_PLANNED_DASH)
    return pen


def _hatch(stripe: QColor, ground: QColor, zoom: float) -> QBrush:
    diagonal = zoom * _PERIOD_PX / 2**0.5
    gradient = QLinearGradient(QPointF(0, 0), QPointF(diagonal, diagonal))
    gradient.setSpread(QLinearGradient.Spread.RepeatSpread)
    soft = _SOFT_PX / _PERIOD_PX
    end = _STRIPE_PX / _PERIOD_PX
    for at, colour in ((0, ground), (soft, stripe), (end, stripe), (end + soft, ground)):
        gradient.setColorAt(at, colour)
    gradient.setColorAt(1, ground)
    return QBrush(gradient)


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
