"""What is written on a map: depth and passes, the client's sides, the numbers of spots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, repeat

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from needlelog.domain.reference import Side
from needlelog.i18n import _
from needlelog.ui import theme as themes
from needlelog.ui.theme import Theme
from needlelog.ui.widgets.map_labels import Label
from needlelog.ui.widgets.map_painter import ZoneLook

DEPTH_PX = 20
PASSES_PX = 16

_CAP = 0.73
"""Height of Inter's capitals, as a share of its size."""
_HALO_PX = 6.0
_LINE_GAP_PX = 18.0
_WORD_GAP_PX = 5.0
_WARNING_PX = 18
_WARNING_GAP_PX = 3.0
_DOT_PX = 2.2
_LEADER_GAP_PX = 5.0
_NARROW_PX = 330
"""Below this width only the letters of the sides stay."""
_BADGE_PX = 32.0
_SPOT_PX = 26.0


@dataclass(frozen=True, slots=True)
class SpotMark:
    """A numbered mark; `x` and `y` are in units of its map."""

    number: int
    map: str
    x: float
    y: float
    is_hollow: bool = False
    """Of an earlier session, not worked in this one."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    px: int
    weight: int
    centre: QPointF

    @property
    def width(self) -> float:
        return _width(self.text, self.px, self.weight)

    @property
    def rect(self) -> QRectF:
        size = QSizeF(self.width, _CAP * self.px)
        return QRectF(self.centre - QPointF(size.width(), size.height()) / 2, size)


def draw_label(
    painter: QPainter, label: Label, look: ZoneLook, zone: QPainterPath, theme: Theme
) -> None:
    """Write a zone's lines at their place, with a leader where that is outside the zone."""
    words = _words(label, look)
    if not words:
        return
    is_over_edge = label.target is None and not all(zone.contains(word.rect) for word in words)
    halo = _halo_color(look, is_over_edge, theme)
    inks = _inks(label, look, theme)
    if label.target is not None:
        _draw_leader(painter, label, words, look, theme)
    for word, ink in zip(words, inks, strict=False):
        _draw_word(painter, word, ink, halo)
    if look.warned:
        _draw_warning(painter, words[0], _points_right(label))


def draw_sides(painter: QPainter, left_edge: Side, size: QSizeF, theme: Theme) -> None:
    """Name the client's sides in the upper corners; a profile has none."""
    if left_edge is Side.NONE:
        return
    right, left = _("R"), _("L")
    at_left, at_right = (right, left) if left_edge is Side.RIGHT else (left, right)
    ink = theme.color("ink2")
    if size.width() < _NARROW_PX:
        _draw_word(painter, _Word(at_left, DEPTH_PX, 600, QPointF(32, 18)), ink)
        _draw_word(painter, _Word(at_right, DEPTH_PX, 600, QPointF(size.width() - 32, 18)), ink)
        return
    whose = _("client’s")
    half = _width(whose, PASSES_PX, 500) / 2
    for letter, x in ((at_left, half), (at_right, size.width() - half)):
        _draw_word(painter, _Word(letter, DEPTH_PX, 600, QPointF(x, 28)), ink)
        _draw_word(painter, _Word(whose, PASSES_PX, 500, QPointF(x, 46)), ink)


def draw_region_sides(painter: QPainter, left_edge: Side, size: QSizeF, theme: Theme) -> None:
    """The same in a region, where the figure fills the corners."""
    if left_edge is Side.NONE:
        return
    right, left = _("R"), _("L")
    at_left, at_right = (right, left) if left_edge is Side.RIGHT else (left, right)
    for letter, x in ((at_left, _BADGE_PX / 2), (at_right, size.width() - _BADGE_PX / 2)):
        badge = QRectF(x - _BADGE_PX / 2, 0, _BADGE_PX, _BADGE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(badge, 8, 8)
        _draw_word(painter, _Word(letter, DEPTH_PX, 600, badge.center()), theme.color("ink2"))


def draw_spot(painter: QPainter, spot: SpotMark, at: QPointF, theme: Theme) -> None:
    ink = theme.color("ink2" if spot.is_hollow else "ink")
    pen = QPen(ink, 1.6)
    if spot.is_hollow:
        pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if spot.is_hollow else theme.color("surface"))
    painter.drawEllipse(at, _SPOT_PX / 2, _SPOT_PX / 2)
    _draw_word(painter, _Word(str(spot.number), 15, 600, at), ink)


def _words(label: Label, look: ZoneLook) -> list[_Word]:
    if not look.lines:
        return []
    words = [_Word(look.lines[0], DEPTH_PX, 600, label.centre)]
    if label.is_terse:
        return words
    words += [_Word(text, PASSES_PX, 500, label.centre) for text in look.lines[1:]]
    return _in_a_row(words) if label.is_one_line else _stacked(words)


def _halo_color(look: ZoneLook, is_over_edge: bool, theme: Theme) -> QColor | None:
    """What letters stand on that would rest on stripes or on the edge of their zone."""
    if look.planned or look.warned:
        return theme.color("surface")
    return theme.depth(look.depth_um).fill if is_over_edge else None


def _inks(label: Label, look: ZoneLook, theme: Theme) -> Iterator[QColor]:
    """The colour of the depth, then of all that follows it."""
    if look.warned:
        return repeat(theme.color("warn"))
    if label.target is not None:
        return chain((theme.color("ink"),), repeat(theme.color("ink2")))
    return repeat(theme.color("ink") if look.planned else theme.depth(look.depth_um).number)


def _stacked(words: Sequence[_Word]) -> list[_Word]:
    top = -_LINE_GAP_PX * (len(words) - 1) / 2
    return [
        _moved(word, QPointF(0, top + index * _LINE_GAP_PX)) for index, word in enumerate(words)
    ]


def _in_a_row(words: Sequence[_Word]) -> list[_Word]:
    x = -(sum(word.width for word in words) + _WORD_GAP_PX * (len(words) - 1)) / 2
    placed = []
    for word in words:
        placed.append(_moved(word, QPointF(x + word.width / 2, 0)))
        x += word.width + _WORD_GAP_PX
    return placed


def _moved(word: _Word, by: QPointF) -> _Word:
    return replace(word, centre=word.centre + by)


def _points_right(label: Label) -> bool:
    """Whether the zone lies to the right of its label."""
    return label.target is not None and label.target.x() > label.centre.x()


def _draw_leader(
    painter: QPainter, label: Label, words: Sequence[_Word], look: ZoneLook, theme: Theme
) -> None:
    target = label.target or label.centre
    gap = _LEADER_GAP_PX + (_WARNING_PX + _WARNING_GAP_PX if look.warned else 0)
    if _points_right(label):
        x = max(word.rect.right() for word in words) + gap
    else:
        x = min(word.rect.left() for word in words) - gap
    painter.setPen(QPen(theme.color("ink2"), 1))
    painter.drawLine(QPointF(x, words[0].centre.y()), target)
    painter.setPen(Qt.PenStyle.NoPen)
    on_ground = theme.color("ink") if look.planned else theme.depth(look.depth_um).number
    painter.setBrush(on_ground)
    painter.drawEllipse(target, _DOT_PX, _DOT_PX)


def _draw_warning(painter: QPainter, depth: _Word, is_right: bool) -> None:
    """A triangle on the side where the zone is: on the other the widget may end."""
    ratio = painter.device().devicePixelRatioF()
    icon = themes.pixmap("triangle-alert", "warn", _WARNING_PX, ratio)
    x = depth.rect.left() - _WARNING_PX - _WARNING_GAP_PX
    if is_right:
        x = depth.rect.right() + _WARNING_GAP_PX
    painter.drawPixmap(QPointF(x, depth.centre.y() - _WARNING_PX / 2), icon)


def _draw_word(painter: QPainter, word: _Word, ink: QColor, halo: QColor | None = None) -> None:
    font = _font(word.px, word.weight)
    baseline = word.rect.bottomLeft()
    if halo is not None:
        painter.fillPath(_halo(word.text, word.px, word.weight).translated(baseline), halo)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(baseline, word.text)


def label_rect(label: Label) -> QRectF:
    """What a label can cover at most, its leader included."""
    around = QRectF(-52, -30, 104, 60).translated(label.centre)
    if label.target is None:
        return around
    return around.united(QRectF(label.target, QSizeF(1, 1)).adjusted(-4, -4, 4, 4))


@lru_cache(maxsize=256)
def _font(px: int, weight: int) -> QFont:
    return themes.font(px, weight, tabular=True, grows=False)


@lru_cache(maxsize=1024)
def _width(text: str, px: int, weight: int) -> float:
    return QFontMetricsF(_font(px, weight)).horizontalAdvance(text)


@lru_cache(maxsize=256)
def _halo(text: str, px: int, weight: int) -> QPainterPath:
    """The letters, wider all round: stroking them anew for every paint is what takes long."""
    letters = QPainterPath()
    letters.addText(QPointF(0, 0), _font(px, weight), text)
    stroker = QPainterPathStroker(
        QPen(
            Qt.GlobalColor.black,
            _HALO_PX,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    halo = stroker.createStroke(letters)
    # Where the strokes of two letters meet, nothing may cancel out.
    halo.setFillRule(Qt.FillRule.WindingFill)
    return halo
