"""Whether what was done is kept: always readable, never a spinner alone."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent

from needlelog.errors import NeedleLogError
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import paint_icon
from needlelog.ui.widgets.labels import PlainLabel, plain_tooltip

_ICON_PX = 18


def _beside() -> int:
    return metrics.px(_ICON_PX) + 8


class SaveState(PlainLabel):
    """'Saved 14:36:02', 'NOT SAVED: disk full', or nothing before the first save."""

    def __init__(self) -> None:
        super().__init__(role="secondary")
        self.setFont(theme.font(14, 500))
        self.forget()

    def forget(self) -> None:
        """Say nothing: of these records nothing is known yet."""
        self.show_saved("")

    def show_saved(self, text: str) -> None:
        """'Saved 14:36:02' or 'Signed 14:40': said once the commit came back."""
        self._show(text, "ink2", failed=False)
        self._sentence = ""
        self._tell_the_rest()

    def show_failed(self, error: NeedleLogError) -> None:
        """The first words say it all; the tooltip has the whole sentence."""
        self._show(str(error).split(". ")[0].rstrip("."), "danger", failed=True)
        self._sentence = str(error)
        self._tell_the_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def _tell_the_rest(self) -> None:
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(plain_tooltip(self._sentence or (self.text() if cut else "")))

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.font(14, 600)).horizontalAdvance(self.text())
        return QSize(_beside() + wide + 4, metrics.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(_beside() + metrics.px(96), metrics.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        ink = "danger" if self._failed else "ink2"
        icon, token = ("triangle-alert", "danger") if self._failed else ("circle-check", "ok")
        painter = QPainter(self)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        words = min(self.sizeHint().width(), self.width())
        left = 0 if mirrored else self.width() - words
        px = metrics.px(_ICON_PX)
        top = (self.height() - px) / 2
        icon_at = left + words - px if mirrored else left
        paint_icon(painter, icon, token, QPointF(icon_at, top), px)
        painter.setFont(theme.font(14, 600 if self._failed else 500))
        painter.setPen(theme.current().color(ink))
        before, after = (0, -_beside()) if mirrored else (_beside(), 0)
        area = QRect(left, 0, words, self.height()).adjusted(before, 0, after, 0)
        room = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, room)
        painter.end()

    def _show(self, text: str, ink: str, failed: bool) -> None:
        self._failed = failed
        self.setText(text)
        self.set_ink(ink)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()
