"""A row that is one big button: a name, what tells it apart, and a tag at the far edge."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

_PADDING = 14
_ICON_PX = 22
_LINE_PX = 23


class ListRow(PaintedButton):
    """64 px high. Without `takes_focus` the keyboard stays in the field the list belongs to."""

    def __init__(self, takes_focus: bool = True, height: int = 64) -> None:
        super().__init__()
        self._height = height
        self._first = self._second = self._aside = self._icon = ""
        self._current = False
        self._muted = False
        if not takes_focus:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Fixed)

    def show_words(self, first: str, second: str, aside: str = "", icon: str = "") -> None:
        """A bold line, a quiet line under it, a quiet word at the far edge."""
        self._first, self._second, self._aside, self._icon = first, second, aside, icon
        self.set_words(first, spoken=", ".join(filter(None, (first, second, aside))))
        self._tell_the_rest()
        self.update()

    def set_current(self, current: bool) -> None:
        """Whether Enter would choose this row."""
        self._current = current
        self.update()

    def set_muted(self, muted: bool) -> None:
        """Grey, for what is there and not in use."""
        self._muted = muted
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), Look(self._fill(), "", "ink"), radius=8)
        colour = theme.current().color
        first = "accent" if self._current else "muted" if self._muted else "ink"
        if self._icon:
            px = metrics.px(_ICON_PX)
            place = QRectF(_PADDING, (self.height() - px) / 2, px, px)
            paint_icon(painter, self._icon, first, self._sided(place).topLeft(), px)
        words = self._words_room()
        middle, line = self.height() // 2, metrics.px(_LINE_PX)
        half = QRect(words.left(), middle - line, words.width(), line)
        painter.setPen(colour(first))
        _paint_line(painter, half, self._first, theme.font(16, 600))
        half.moveTop(middle + 1)
        painter.setPen(colour("muted"))
        _paint_line(painter, half, self._second, theme.font(14, 400))
        if self._aside:
            painter.setFont(theme.font(14, 400))
            painter.setPen(colour("muted"))
            edge = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
            painter.drawText(edge, _AT_THE_FAR_EDGE, self._aside)
        painter.end()

    def _tall(self) -> int:
        return metrics.tall(self._height, 2 * metrics.px(_LINE_PX))

    def _fill(self) -> str:
        if self._current or self.isDown():
            return "accent-soft"
        return "sunken" if self.is_hovered() else ""

    def _words_room(self) -> QRect:
        before = _PADDING + (metrics.px(_ICON_PX) + 12 if self._icon else 0)
        aside = QFontMetrics(theme.font(14, 400)).horizontalAdvance(self._aside)
        after = _PADDING + (aside + 16 if aside else 0)
        return self._sided(QRectF(self.rect()).adjusted(before, 0, -after, 0)).toRect()

    def _sided(self, part: QRectF) -> QRectF:
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return part
        mirrored = QRectF(part)
        mirrored.moveLeft(self.width() - part.right())
        return mirrored

    def _tell_the_rest(self) -> None:
        room = self._words_room().width()
        lines = ((self._first, theme.font(16, 600)), (self._second, theme.font(14, 400)))
        cut = any(_elided(text, font, room) != text for text, font in lines)
        self.setToolTip(plain_tooltip(f"{self._first}\n{self._second}") if cut else "")


def _paint_line(painter: QPainter, room: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    painter.drawText(room, _AT_THE_NEAR_EDGE, _elided(text, font, room.width()))


def _elided(text: str, font: QFont, room: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


_AT_THE_NEAR_EDGE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_THE_FAR_EDGE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
