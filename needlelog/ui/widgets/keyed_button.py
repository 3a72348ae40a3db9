"""A button that shows the keys which press it too."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.face import paint_box, paint_face
from needlelog.ui.widgets.key_caps import caps_height, caps_width, paint_caps

_EDGE = 16


class KeyedButton(ActionButton):
    """Primary, with the key cap at the end of its words."""

    def __init__(self, text: str, icon: str) -> None:
        self._caps: tuple[str, ...] = ()
        super().__init__(text, icon=icon, kind="primary", guarded=True)

    def show_caps(self, caps: tuple[str, ...]) -> None:
        self._caps = caps
        self.setAccessibleDescription(" + ".join(caps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look()
        paint_box(painter, QRectF(self.rect()), look)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        wide = self._cap_width()
        left = _EDGE if mirrored else self.width() - _EDGE - wide
        beside = wide + _EDGE if wide else 0
        words = QRectF(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0)
        words.adjust(beside if mirrored else 0, 0, 0 if mirrored else -beside, 0)
        paint_face(painter, self._face, words, look.text, look.text)
        paint_caps(painter, self._caps, QPointF(left, (self.height() - caps_height()) / 2))
        painter.end()

    def _cap_width(self) -> int:
        return ceil(caps_width(self._caps))
