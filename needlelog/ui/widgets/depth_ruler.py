"""The five depth colours as a ruler: where the brush stands, and how deep it was last time."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from needlelog.domain import depth
from needlelog.i18n import _
from needlelog.ui import metrics
from needlelog.ui import theme as themes

_END_UM = 2500
_STEP_UM = 500
_BAR_TOP = 24.0
_BAR_HEIGHT = 14.0
_DOT_RADIUS = 9.0
_RING_PX = 2.5
_EDGE_PX = 10.0
_TRIANGLE = 6.0
_TEXT_PX = 16


class DepthRuler(QWidget):
    """Shows depths and takes none: it is also the legend of the map's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush_um = 0
        self._last_um: int | None = None
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Depth ruler"))

    def set_brush(self, depth_um: int) -> None:
        self._brush_um = depth_um
        self._describe()

    def set_last(self, depth_um: int | None, caption: str = "") -> None:
        """The depth of last time in the zone painted last, such as 'cheeks last 1.25'."""
        self._last_um = depth_um
        self._caption = caption
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(180, self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self._tall())

    def _tall(self) -> int:
        return 2 * metrics.px(24) + 24

    @staticmethod
    def _bar_top() -> float:
        return float(metrics.px(_BAR_TOP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(themes.font(_TEXT_PX, 500, tabular=True))
        self._paint_scale(painter)
        if self._last_um is not None:
            self._paint_last(painter, self._last_um)
        if self._brush_um:
            self._paint_brush(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        theme = themes.current()
        measure = QFontMetricsF(painter.font())
        has_room = self._x(_STEP_UM) - self._x(0) >= measure.horizontalAdvance("0.5") + 2
        for deep_um in range(_STEP_UM, _END_UM + 1, _STEP_UM):
            left, right = self._x(deep_um - _STEP_UM), self._x(deep_um)
            painter.setPen(QPen(theme.color("zone-on"), 1))
            painter.setBrush(theme.depth(deep_um).fill)
            box = QRectF(left, self._bar_top(), right - left, _BAR_HEIGHT).adjusted(
                0.5, 0.5, -0.5, -0.5
            )
            painter.drawRoundedRect(box, 3, 3)
            if deep_um < _END_UM and (has_room or deep_um % (2 * _STEP_UM) == 0):
                words = depth.number(deep_um)
                painter.setPen(theme.color("ink2"))
                painter.drawText(
                    QPointF(right - measure.horizontalAdvance(words) / 2, metrics.px(16)), words
                )

    def _paint_brush(self, painter: QPainter) -> None:
        theme = themes.current()
        centre = QPointF(self._x(self._brush_um), self._bar_top() + _BAR_HEIGHT / 2)
        painter.setPen(QPen(theme.color("surface"), _RING_PX))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(centre, _DOT_RADIUS + _RING_PX / 2, _DOT_RADIUS + _RING_PX / 2)

    def _paint_last(self, painter: QPainter, last_um: int) -> None:
        theme = themes.current()
        x, top = self._x(last_um), self._bar_top() + _BAR_HEIGHT + 5
        corners = ((0, 0), (_TRIANGLE, 1.4 * _TRIANGLE), (-_TRIANGLE, 1.4 * _TRIANGLE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink2"))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in corners]))
        measure = QFontMetricsF(painter.font())
        caption = measure.elidedText(self._caption, Qt.TextElideMode.ElideRight, self.width())
        width = measure.horizontalAdvance(caption)
        painter.setPen(theme.color("ink2"))
        at = QPointF(max(0.0, min(self.width() - width, x - width / 2)), self.height() - 5)
        painter.drawText(at, caption)

    def _x(self, depth_um: int) -> float:
        share = min(depth_um, _END_UM) / _END_UM
        return _EDGE_PX + share * (self.width() - 2 * _EDGE_PX)

    def _describe(self) -> None:
        words = _("Brush {depth}").format(depth=depth.mm(self._brush_um))
        self.setAccessibleDescription(", ".join(filter(None, (words, self._caption))))
        self.update()
