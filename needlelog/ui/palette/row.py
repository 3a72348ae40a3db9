"""One row of the palette: painted, and used again for every keystroke."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout

from needlelog.domain import fuzzy
from needlelog.ui import theme
from needlelog.ui.palette.line import Line
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.key_caps import CAP_PX, caps_width, paint_caps
from needlelog.ui.widgets.painted_button import PaintedButton

ROW_PX = 56
_SIDE_PX = 12
_CIRCLE_PX = 40
_ICON_PX = 24
_WORDS_LEFT = 66
_NOTHING = Line("", "")


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
        self._is_current = is_current
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "accent-soft" if self._is_current or self.isDown() else ""
        fill = fill or ("sunken" if self.is_hovered() else "")
        if fill:
            paint_box(painter, QRectF(self.rect()), Look(fill, "", "ink"), radius=8)
        self._paint_mark(painter)
        wide = caps_width(self.line.caps)
        if self.line.caps:
            at = self._sided(QRectF(self.width() - _SIDE_PX - wide, 0, wide, CAP_PX))
            paint_caps(painter, self.line.caps, QPointF(at.left(), (ROW_PX - CAP_PX) / 2))
        room = self.width() - _WORDS_LEFT - _SIDE_PX - (wide + 16 if wide else 0)
        self._paint_words(painter, room)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        line = self.line
        px = _CIRCLE_PX if line.initials else _ICON_PX
        centre = _SIDE_PX + _CIRCLE_PX / 2
        place = self._sided(QRectF(centre - px / 2, (ROW_PX - px) / 2, px, px))
        if not line.initials:
            paint_icon(painter, line.icon or "users", "ink2", place.topLeft(), _ICON_PX)
            return
        paint_box(painter, place, Look("sunken", "line", "ink2"), radius=px / 2)
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.current().color("ink2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line.initials)

    def _paint_words(self, painter: QPainter, room: float) -> None:
        line = self.line
        place = self._sided(QRectF(_WORDS_LEFT, 0, room, ROW_PX))
        first = theme.font(16, 500)
        if not line.second:
            self._paint_text(painter, line.first, line.letters, (first, "ink"), place)
            return
        top, below = QRectF(place), QRectF(place)
        top.setBottom(37)
        below.setTop(25)
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
        room = place.width() - (4 if letters else 0)  # bold letters are wider
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
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


def _format(look: QTextCharFormat, start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made
