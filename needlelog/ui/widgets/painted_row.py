"""One zone in the list of painted zones: its colour, name, depth and passes; a tap edits it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui import theme as themes
from needlelog.ui.widgets import map_painter
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

_ROW_PX = 64
_TWO_LINES_PX = 46

_SWATCH_PX = 22.0
_PAD_PX = 8.0
_PASSES_PX = 52.0
_SECOND_PX = 16
_NAME_SIZES = (20, 18, 16)
_CLOSE_SIZES = (16, 15, 14)


def row_px() -> int:
    """The height of every row."""
    return metrics.tall(_ROW_PX, metrics.px(_TWO_LINES_PX))


@dataclass(frozen=True, slots=True)
class PaintedRow:
    """What a row says. `key` comes back when it is tapped; texts are shown as they are.

    `depth_text` and `passes_text` are those of the deepest layer; `layers_text` names all of them
    where there are several; `second_line` is what still has to be done, such as 'not confirmed'.
    """

    key: str
    label: str
    depth_um: int
    depth_text: str
    passes_text: str
    layers_text: str = ""
    second_line: str = ""
    planned: bool = False
    last: bool = False
    editing: bool = False

    @property
    def is_marked(self) -> bool:
        return self.last or self.editing

    @property
    def spoken(self) -> str:
        depth = self.layers_text or f"{self.depth_text} mm {self.passes_text}"
        state = _("being edited") if self.editing else ""
        return ", ".join(filter(None, (self.label, depth, self.second_line, state)))


class PaintedRowButton(PaintedButton):
    """A whole row is one button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = PaintedRow("", "", 0, "", "")
        self._is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_row(self, row: PaintedRow, is_compact: bool) -> None:
        if (row, is_compact) == (self.row, self._is_compact):
            return
        self.row, self._is_compact = row, is_compact
        self.set_words(row.label, spoken=row.spoken)
        self.setToolTip(plain_tooltip(row.spoken))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics.px(134 if self._is_compact else 288), row_px())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._is_compact:
            self._paint_compact(painter)
        else:
            self._paint_wide(painter)
        painter.end()

    # ------------------------------------------------------------------------------- parts

    def _paint_ground(self, painter: QPainter) -> None:
        theme = themes.current()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.row.is_marked or self.isDown():
            painter.setBrush(theme.color("accent-soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        else:
            if self.is_hovered():
                painter.setBrush(theme.color("sunken"))
                painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))
        if self.row.editing:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)

    def _paint_swatch(self, painter: QPainter) -> None:
        theme = themes.current()
        px = _swatch_px()
        box = QRectF(_PAD_PX, (self.height() - px) / 2, px, px).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(theme.color("zone-on"), 1)
        if self.row.planned:
            pen = map_painter.planned_pen(theme)
            pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.setBrush(map_painter.fill(self.row.depth_um, self.row.planned, theme, 0.5))
        painter.drawRoundedRect(box, 5, 5)

    def _paint_wide(self, painter: QPainter) -> None:
        self._paint_swatch(painter)
        row, right = self.row, self.width() - _PAD_PX
        has_second = bool(row.second_line or row.layers_text)
        value_y = self._y(-10) if row.layers_text else self._y(0)
        passes_font, depth_font = _font(20, 500), _font(20, 600)
        passes_width = max(metrics.px(_PASSES_PX), _advance(passes_font, row.passes_text) + 10)
        left_of_passes = right - passes_width + 4
        _write(painter, row.passes_text, passes_font, self._ink("ink2"), (right, value_y), 1)
        _write(painter, row.depth_text, depth_font, self._ink(), (left_of_passes, value_y), 1)
        left = 2 * _PAD_PX + _swatch_px()
        room = left_of_passes - _advance(depth_font, row.depth_text) - _PAD_PX - left
        self._paint_name(painter, left, self._y(-10 if has_second else 0), room)
        if has_second:
            self._paint_second(painter, left, right - left)

    def _paint_name(self, painter: QPainter, left: float, y: float, room: float) -> None:
        """As large as it goes: a zone's name is not cut while a smaller size still shows it."""
        weight = 600 if self.row.is_marked else 500
        font = _fitting(self.row.label, _NAME_SIZES, weight, room)
        name = _elided(font, self.row.label, room)
        _write(painter, name, font, self._ink(), (left, y))

    def _paint_second(self, painter: QPainter, left: float, room: float) -> None:
        row, font = self.row, _font(_SECOND_PX, 500)
        warn = themes.current().color("warn")
        _write(painter, row.second_line, font, warn, (left, self._y(12)))
        before = f"{row.second_line} · " if row.second_line and row.layers_text else ""
        used = _advance(font, before)
        layers = _elided(font, row.layers_text, room - used)
        _write(painter, layers, font, self._ink("ink2"), (left + used, self._y(12)))

    def _paint_compact(self, painter: QPainter) -> None:
        self._paint_swatch(painter)
        row, left = self.row, 2 * _PAD_PX + _swatch_px() - 4
        room = self.width() - left - 4
        weight = 600 if row.is_marked else 500
        self._paint_close(
            painter, row.label, weight, self._ink(), QRectF(left, self._y(-11), room, 0)
        )
        if row.layers_text:
            place = QRectF(left, self._y(12), room, 0)
            self._paint_close(painter, row.layers_text, 500, self._ink("ink2"), place)
            return
        depth_font = _font(18, 600)
        depth = f"{row.depth_text} mm "
        _write(painter, depth, depth_font, self._ink(), (left, self._y(12)))
        x = left + _advance(depth_font, depth)
        _write(painter, row.passes_text, _font(18, 500), self._ink("ink2"), (x, self._y(12)))

    @staticmethod
    def _paint_close(
        painter: QPainter, text: str, weight: int, colour: QColor, place: QRectF
    ) -> None:
        """One narrow line: 'Cheek L+R', '1.5×4+0.5×2'."""
        close = text.replace(" + ", "+").replace(" ×", "×")
        font = _fitting(close, _CLOSE_SIZES, weight, place.width())
        at = (place.left(), place.top())
        _write(painter, _elided(font, close, place.width()), font, colour, at)

    def _y(self, from_middle: float) -> float:
        return self.height() / 2 + metrics.px(from_middle)

    def _ink(self, token: str = "ink") -> QColor:
        return themes.current().color("accent" if self.row.is_marked else token)


def _swatch_px() -> float:
    return float(metrics.px(_SWATCH_PX))


def _font(px: int, weight: int) -> QFont:
    return themes.font(px, weight, tabular=True)


def _advance(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _fitting(text: str, sizes: Sequence[int], weight: int, room: float) -> QFont:
    """The largest of these sizes that shows the text whole, else the smallest."""
    fonts = [themes.font(px, weight) for px in sizes]
    return next((font for font in fonts if _advance(font, text) <= room), fonts[-1])


def _elided(font: QFont, text: str, room: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _write(
    painter: QPainter,
    text: str,
    font: QFont,
    colour: QColor,
    at: tuple[float, float],
    ends_there: int = 0,
) -> None:
    """One line whose capitals are centred on `at`, from there or up to there."""
    x, y = at
    painter.setFont(font)
    painter.setPen(colour)
    left = x - ends_there * _advance(font, text)
    painter.drawText(QPointF(left, y + QFontMetricsF(font).capHeight() / 2), text)
