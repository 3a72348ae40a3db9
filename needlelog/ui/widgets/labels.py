"""Text on the screen, always shown letter by letter: no markup, no shortcuts, no pictures."""

from html import escape
from math import ceil
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from needlelog.ui import theme

Role = Literal[
    "value", "title", "name", "heading", "card", "chair", "guard", "body", "secondary", "label",
    "caption",
]  # fmt: skip

# Size in logical pixels, weight, colour.
_ROLES: dict[Role, tuple[int, int, str]] = {
    "value": (28, 600, "ink"),
    "title": (24, 600, "ink"),
    "name": (20, 600, "ink"),
    "heading": (18, 600, "ink"),
    "card": (16, 600, "ink"),
    "chair": (20, 500, "ink"),
    "guard": (18, 500, "ink2"),
    "body": (15, 400, "ink"),
    "secondary": (14, 400, "muted"),
    "label": (13, 500, "ink2"),
    "caption": (13, 400, "muted"),
}

_LONG_WORD = 12
"""Letters; shorter words fit everywhere and are not measured."""
_WIDEST_WORD = 160
"""Pixels a word may ask for before it is broken."""


def plain_tooltip(text: str) -> str:
    """The text for setToolTip: tooltips would otherwise read a name as markup."""
    return f"<qt>{escape(text)}</qt>" if text else ""


class PlainLabel(QLabel):
    """The only label of the program: Qt would guess markup in a client's name."""

    def __init__(
        self, text: str = "", role: Role = "body", wrap: bool = False, tabular: bool = False
    ) -> None:
        super().__init__()
        px, weight, ink = _ROLES[role]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(px, weight, tabular))
        self.setWordWrap(wrap)
        self.setProperty("ink", ink)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        smallest = super().minimumSizeHint()
        if self._breaks_words(_WIDEST_WORD):
            smallest.setWidth(_WIDEST_WORD)
        return smallest

    def heightForWidth(self, width: int) -> int:
        if not self._breaks_words(width):
            return super().heightForWidth(width)
        page = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        page.setTextOption(self._option())
        page.beginLayout()
        height = 0.0
        while (line := page.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        page.endLayout()
        return ceil(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._breaks_words(self.contentsRect().width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(QRectF(self.contentsRect()), self.text(), self._option())
        painter.end()

    def _breaks_words(self, width: int) -> bool:
        """Whether a word is wider than this: Qt would cut it off, and make the page as wide."""
        if not self.wordWrap():
            return False
        long = (word for word in self.text().split() if len(word) > _LONG_WORD)
        return any(self.fontMetrics().horizontalAdvance(word) > width for word in long)

    def _option(self) -> QTextOption:
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def set_ink(self, token: str) -> None:
        """Another colour, by a token that style.qss has a rule for."""
        if self.property("ink") != token:
            self.setProperty("ink", token)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """One line that ends in '…' where the room ends; the tooltip says the rest."""

    def __init__(self, text: str = "", role: Role = "body") -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(32)

    def setText(self, text: str) -> None:  # noqa: N802  the name is Qt's
        super().setText(text)
        self._tell_the_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())
        painter.end()

    def _shown(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _tell_the_rest(self) -> None:
        cut = self._shown() != self.text()
        self.setToolTip(plain_tooltip(self.text()) if cut else "")
