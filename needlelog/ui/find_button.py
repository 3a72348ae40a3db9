"""The way to the palette from every screen; it looks like the field it opens."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from needlelog.i18n import _
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box, paint_icon
from needlelog.ui.widgets.key_caps import caps_height, caps_width, paint_caps
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

_ICON_PX = 20
_TEXT_PX = 16
_LINE_PX = 21
_SIDE_PX = 13
_LEAST_PX = 280


class FindButton(PaintedButton):
    def __init__(self) -> None:
        super().__init__()
        self._caps: tuple[str, ...] = ()
        self.set_words(_("Find a client or an action"))
        metrics.at_most(self, width=480)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_caps(self, caps: tuple[str, ...]) -> None:
        """The keys that open the palette too."""
        self._caps = caps
        self._tell_the_rest()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics.px(420), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        lit = self.is_hovered() or self.isDown()
        ground = Look("sunken" if lit else "surface", "ctl", "muted")
        paint_box(painter, QRectF(self.rect()), ground)
        middle, px = self.height() / 2, metrics.px(_ICON_PX)
        mark = self._sided(QRectF(_SIDE_PX, middle - px / 2, px, px))
        paint_icon(painter, "search", "ink2", mark.topLeft(), px)
        wide, tall = caps_width(self._shown_caps()), caps_height()
        keys = self._sided(QRectF(self.width() - 11 - wide, middle - tall / 2, wide, tall))
        paint_caps(painter, self._shown_caps(), keys.topLeft(), "muted")
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(theme.font(_TEXT_PX))
        painter.setPen(theme.current().color("muted"))
        room = QRectF(self._before(), 0, self._words_room(), self.height())
        near = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._sided(room), near, self._shown())

    def _tall(self) -> int:
        return metrics.tall(44, metrics.px(_LINE_PX))

    def _before(self) -> int:
        return _SIDE_PX + metrics.px(_ICON_PX) + 10

    def _shown_caps(self) -> tuple[str, ...]:
        """Where not both fit, the words stay and the keys go."""
        room = self.width() - self._before() - _SIDE_PX - caps_width(self._caps) - 11
        return self._caps if self._wide() <= room else ()

    def _words_room(self) -> float:
        keys = caps_width(self._shown_caps())
        return self.width() - self._before() - _SIDE_PX - (keys + 11 if keys else 0)

    def _wide(self) -> int:
        return QFontMetrics(theme.font(_TEXT_PX)).horizontalAdvance(self.accessibleName())

    def _shown(self) -> str:
        measure = QFontMetrics(theme.font(_TEXT_PX))
        cut = Qt.TextElideMode.ElideRight
        return measure.elidedText(self.accessibleName(), cut, int(self._words_room()))

    def _tell_the_rest(self) -> None:
        words = self.accessibleName()
        self.setToolTip("" if self._shown() == words else plain_tooltip(words))

    def _sided(self, part: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            part.moveLeft(self.width() - part.right())
        return part
