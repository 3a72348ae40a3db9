"""A button that shows the keys which press it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.face import Look, paint_box, paint_face

_CAP_PX = 24
_EDGE = 16


class KeyedButton(ActionButton):
    """Primary, with the key cap at the end of its words."""

    def __init__(self, text: str, icon: str, keys: str) -> None:
        self._keys = keys
        super().__init__(text, icon=icon, kind="primary", guarded=True)
        self.setAccessibleDescription(keys)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look()
        paint_box(painter, QRectF(self.rect()), look)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        wide = self._cap_width()
        left = _EDGE if mirrored else self.width() - _EDGE - wide
        tall = metrics.px(_CAP_PX)
        cap = QRectF(left, (self.height() - tall) / 2, wide, tall)
        beside = wide + _EDGE
        words = QRectF(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0)
        words.adjust(beside if mirrored else 0, 0, 0 if mirrored else -beside, 0)
        paint_face(painter, self._face, words, look.text, look.text)
        paint_box(painter, cap, Look("", look.text, look.text), radius=6)
        painter.setFont(theme.font(12, 500))
        painter.setPen(theme.current().color(look.text))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        painter.end()

    def _cap_width(self) -> int:
        return QFontMetrics(theme.font(12, 500)).horizontalAdvance(self._keys) + 16
