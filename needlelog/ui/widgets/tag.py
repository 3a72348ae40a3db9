"""A small coloured word beside a row: its state in one glance, never by colour alone."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Face, Look, paint_box, paint_face
from needlelog.ui.widgets.labels import PlainLabel

Tone = Literal["neutral", "accent", "warn", "danger", "ok"]

_LOOKS: dict[Tone, Look] = {
    "neutral": Look("sunken", "", "ink2"),
    "accent": Look("accent-soft", "", "accent"),
    "warn": Look("warn-bg", "", "warn"),
    "danger": Look("danger-bg", "", "danger"),
    "ok": Look("ok-bg", "", "ok"),
}


class Tag(PlainLabel):
    """26 px high; a long word ends in '…' only where the row has no room left."""

    def __init__(self, text: str = "", tone: Tone = "neutral", icon: str = "") -> None:
        self._tone: Tone = tone
        self._icon = icon
        super().__init__(text, "label")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_tag(self, text: str, tone: Tone, icon: str = "") -> None:
        """Another word with its colour."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._face().size().width() + 18, metrics.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, metrics.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = _LOOKS[self._tone]
        paint_box(painter, QRectF(self.rect()), look, radius=6)
        paint_face(
            painter, self._face(), QRectF(self.rect()).adjusted(8, 0, -8, 0), look.text, look.text
        )
        painter.end()

    def _face(self) -> Face:
        return Face(text=self.text(), icon=self._icon, px=13, icon_px=16, weight=500)


class GradeSquare(PlainLabel):
    """The number of a grade in its colour; the word always stands beside it."""

    def __init__(self, level: int) -> None:
        super().__init__(str(level), "label", tabular=True)
        self._level = level
        metrics.fix(self, width=22, height=22)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones: tuple[Tone, ...] = ("ok", "accent", "accent", "warn", "danger")
        look = _LOOKS[tones[min(self._level, 4)]]
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), look, radius=5)
        painter.setFont(theme.font(13, 600))
        painter.setPen(theme.current().color(look.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
