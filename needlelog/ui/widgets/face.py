"""What a button or chip shows: a box, an icon or swatch, words and a smaller second line."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from needlelog.ui import metrics, theme


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one state, as tokens of the theme; no edge or fill where the token is ''."""

    fill: str
    edge: str
    text: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """Contents and their sizes in logical pixels at 100 % text."""

    text: str = ""
    second: str = ""
    icon: str = ""
    icon_after: bool = False
    swatch: QColor | None = None
    stacked: bool = False
    leading: bool = False
    px: int = 16
    second_px: int = 13
    icon_px: int = 20
    weight: int = 500

    @property
    def gap(self) -> int:
        return 10 if self.text or self.second else 0

    def words_size(self) -> QSize:
        """Room for both lines; always as wide as bold words, so that choosing moves nothing."""
        first = QFontMetrics(theme.font(self.px, 600))
        second = QFontMetrics(theme.font(self.second_px, 500))
        wide = max(first.horizontalAdvance(self.text), second.horizontalAdvance(self.second))
        tall = (self.px + 6 if self.text else 0) + (self.second_px + 5 if self.second else 0)
        return QSize(wide, metrics.px(tall))

    def mark_px(self) -> int:
        """Width of the icon or swatch, 0 without one."""
        return metrics.px(self.icon_px) if self.icon or self.swatch is not None else 0

    def size(self) -> QSize:
        words, mark = self.words_size(), self.mark_px()
        if not mark:
            return words
        if self.stacked:
            return QSize(max(words.width(), mark), words.height() + mark + 2)
        return QSize(words.width() + mark + self.gap, max(words.height(), mark))


def paint_box(painter: QPainter, rect: QRectF, look: Look, radius: float = 10.0) -> None:
    """A filled box with a 1 px edge inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(Qt.PenStyle.NoPen)
    if look.edge:
        pen = QPen(theme.current().color(look.edge), 1)
        pen.setStyle(Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine)
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(pen)
    painter.setBrush(theme.current().color(look.fill) if look.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def paint_icon(painter: QPainter, name: str, token: str, place: QPointF, px: int) -> None:
    """An icon with its top left corner at `place`."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(place, theme.pixmap(name, token, px, ratio))


def paint_face(painter: QPainter, face: Face, rect: QRectF, text: str, icon: str) -> None:
    """The contents inside `rect`; `text` and `icon` are colour tokens.

    The painter's layout direction decides on which side the icon stands.
    """
    size = face.size()
    left = rect.left() if face.leading else rect.center().x() - min(size.width(), rect.width()) / 2
    block = QRectF(left, rect.top(), min(size.width(), rect.width()), rect.height())
    if face.stacked:
        _paint_stacked(painter, face, block, (text, icon))
        return
    mark = face.mark_px()
    if mark:
        place = QRectF(block.left(), block.center().y() - mark / 2, mark, mark)
        if face.icon_after:
            place.moveRight(block.right())
        _paint_mark(painter, face, _mirrored(painter, place, rect), icon)
        before = 0 if face.icon_after else mark + face.gap
        after = mark + face.gap if face.icon_after else 0
        block.adjust(before, 0, -after, 0)
    _paint_words(painter, face, _mirrored(painter, block, rect), text)


def _paint_stacked(painter: QPainter, face: Face, block: QRectF, tokens: tuple[str, str]) -> None:
    text, icon = tokens
    mark, words = face.mark_px(), face.words_size()
    top = block.center().y() - (mark + 2 + words.height()) / 2
    place = QRectF(block.center().x() - mark / 2, top, mark, mark)
    _paint_mark(painter, face, place, icon)
    below = QRectF(block.left(), top + mark + 2, block.width(), words.height())
    _paint_words(painter, face, below, text)


def _mirrored(painter: QPainter, part: QRectF, within: QRectF) -> QRectF:
    if painter.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return part
    mirrored = QRectF(part)
    mirrored.moveLeft(within.left() + within.right() - part.right())
    return mirrored


def _paint_mark(painter: QPainter, face: Face, place: QRectF, token: str) -> None:
    if face.swatch is None:
        paint_icon(painter, face.icon, token, place.topLeft(), face.mark_px())
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current().color("zone-on"), 1))
    painter.setBrush(face.swatch)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


def _paint_words(painter: QPainter, face: Face, area: QRectF, token: str) -> None:
    painter.setPen(theme.current().color(token))
    words = face.words_size()
    aside = face.mark_px() and not face.stacked
    align = Qt.AlignmentFlag.AlignLeft if aside or face.leading else Qt.AlignmentFlag.AlignHCenter
    top = area.center().y() - words.height() / 2
    for line, px, weight, tall in (
        (face.text, face.px, face.weight, metrics.px(face.px + 6)),
        (face.second, face.second_px, 500, metrics.px(face.second_px + 5)),
    ):
        if not line:
            continue
        font = theme.font(px, weight)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(
            line, Qt.TextElideMode.ElideRight, int(area.width()) + 1
        )
        painter.drawText(
            QRectF(area.left(), top, area.width() + 1, tall),
            align | Qt.AlignmentFlag.AlignVCenter,
            shown,
        )
        top += tall
