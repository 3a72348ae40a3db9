"""One row of the palette: painted, and used again for every keystroke."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)

from needlelog.domain import fuzzy
from needlelog.ui import metrics, theme
from needlelog.ui.palette.line import Line
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.key_caps import caps_height, caps_width, paint_caps
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

_SIDE_PX = 12
_CIRCLE_PX = 40
_ICON_PX = 24
_BEFORE_WORDS = 14
_FIRST_PX, _SECOND_PX = 24, 20
_NOTHING = Line("", "")


def row_height() -> int:
    return metrics.tall(56, metrics.px(_FIRST_PX + _SECOND_PX))


class PaletteRow(PaintedButton):
    """The keyboard stays in the field; a tap chooses."""

    def __init__(self) -> None:
        super().__init__()
        self.line = _NOTHING
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_line(self, line: Line, is_current: bool) -> None:
        if (line, is_current) == (self.line, self._is_current):
            return
        if line != self.line:
            self.line = line
            spoken = (line.first, line.second, "+".join(line.caps))
            self.set_words(line.first, spoken=", ".join(filter(None, spoken)))
            self._tell_the_rest()
        self._is_current = is_current
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def sizeHint(self) -> QSize:
        return QSize(320, row_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "accent-soft" if self._is_current or self.isDown() else ""
        fill = fill or ("sunken" if self.is_hovered() else "")
        if fill:
            paint_box(painter, QRectF(self.rect()), Look(fill, "", "ink"), radius=8)
        self._paint_mark(painter)
        if self.line.caps:
            wide, tall = caps_width(self.line.caps), caps_height()
            top = (self.height() - tall) / 2
            at = self._sided(QRectF(self.width() - _SIDE_PX - wide, top, wide, tall))
            paint_caps(painter, self.line.caps, at.topLeft())
        self._paint_words(painter)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        line = self.line
        px = metrics.px(_CIRCLE_PX if line.initials else _ICON_PX)
        centre = _SIDE_PX + metrics.px(_CIRCLE_PX) / 2
        place = self._sided(QRectF(centre - px / 2, (self.height() - px) / 2, px, px))
        if not line.initials:
            paint_icon(painter, line.icon or "users", "ink2", place.topLeft(), px)
            return
        paint_box(painter, place, Look("sunken", "line", "ink2"), radius=px / 2)
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.current().color("ink2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line.initials)

    def _words_room(self) -> QRectF:
        before = _SIDE_PX + metrics.px(_CIRCLE_PX) + _BEFORE_WORDS
        keys = caps_width(self.line.caps)
        after = _SIDE_PX + (keys + 16 if keys else 0)
        return self._sided(QRectF(before, 0, self.width() - before - after, self.height()))

    def _tell_the_rest(self) -> None:
        line, room = self.line, self._words_room().width()
        first = _elided(line.first, theme.font(16, 500), room, line.letters)
        second = _elided(line.second, theme.font(14, 400), room, line.second_letters)
        cut = (first, second) != (line.first, line.second)
        words = "\n".join(filter(None, (line.first, line.second)))
        self.setToolTip(plain_tooltip(words) if cut else "")

    def _paint_words(self, painter: QPainter) -> None:
        line, place = self.line, self._words_room()
        first = theme.font(16, 500)
        if not line.second:
            self._paint_text(painter, line.first, line.letters, (first, "ink"), place)
            return
        top, below = QRectF(place), QRectF(place)
        first_px, second_px = metrics.px(_FIRST_PX), metrics.px(_SECOND_PX)
        top.setTop((self.height() - first_px - second_px) / 2)
        top.setHeight(first_px)
        below.setTop(top.bottom())
        below.setHeight(second_px)
        self._paint_text(painter, line.first, line.letters, (first, "ink"), top)
        quiet = (theme.font(14, 400), "ink2")
        self._paint_text(painter, line.second, line.second_letters, quiet, below)

    def _paint_text(
        self,
        painter: QPainter,
        text: str,
        letters: tuple[int, ...],
        look: tuple[QFont, str],
        place: QRectF,
    ) -> None:
        """One line, centred in the height of its place; the typed letters bold in accent."""
        font, ink = look
        colour = theme.current().color
        shown = _elided(text, font, place.width(), letters)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        bold.setForeground(colour("accent"))
        kept = tuple(letter for letter in letters if letter < len(shown) and shown[letter] != "…")
        layout = QTextLayout(shown, font)
        layout.setFormats([_format(bold, start, long) for start, long in fuzzy.runs(kept)])
        layout.beginLayout()
        row = layout.createLine()
        row.setLineWidth(place.width() + 8)
        layout.endLayout()
        left = place.left()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = place.right() - row.naturalTextWidth()
        painter.setPen(colour(ink))
        top = place.center().y() - row.height() / 2
        layout.draw(painter, QPointF(left, top))

    def _sided(self, part: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            part.moveLeft(self.width() - part.right())
        return part


def _elided(text: str, font: QFont, width: float, letters: tuple[int, ...]) -> str:
    room = width - (4 if letters else 0)  # bold letters are wider
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _format(look: QTextCharFormat, start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made
