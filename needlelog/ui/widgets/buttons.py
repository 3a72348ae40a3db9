"""Buttons that do something: primary, secondary, warning, danger and quiet."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from needlelog.ui import metrics
from needlelog.ui.widgets.face import Face, Look, paint_box, paint_face
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton
from needlelog.ui.widgets.press_guard import PressGuard

Kind = Literal["primary", "secondary", "warning", "danger", "quiet"]

# One look per kind and state: rest, hover, pressed, disabled.
_LOOKS: dict[Kind, tuple[Look, Look, Look, Look]] = {
    "primary": (
        Look("accent", "", "on-accent"),
        Look("accent-hover", "", "on-accent"),
        Look("accent-pressed", "", "on-accent"),
        Look("disabled", "", "disabled-text"),
    ),
    "secondary": (
        Look("surface", "ctl", "ink"),
        Look("sunken", "ctl", "ink"),
        Look("accent-soft", "accent", "accent"),
        Look("surface", "line", "disabled-text"),
    ),
    "warning": (
        Look("warn-bg", "warn-line", "warn"),
        Look("warn-bg", "warn", "warn"),
        Look("warn-line", "warn", "ink"),
        Look("surface", "line", "disabled-text"),
    ),
    "danger": (
        Look("surface", "danger", "danger"),
        Look("danger-bg", "danger", "danger"),
        Look("danger-line", "danger", "ink"),
        Look("surface", "line", "disabled-text"),
    ),
    "quiet": (
        Look("", "", "accent"),
        Look("sunken", "", "accent"),
        Look("accent-soft", "", "accent"),
        Look("", "", "disabled-text"),
    ),
}


class ActionButton(PaintedButton):
    """A button with words, an icon, or both; without words it needs a `name`.

    `guarded` is for navigating and signing: a second press within 300 ms is a slip of the finger
    and does nothing.
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        kind: Kind = "secondary",
        height: int = 56,
        guarded: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        if not text and not name:
            raise ValueError("a button without words needs a name for the screen reader")
        self._kind: Kind = kind
        self._height = height
        self._face = Face(
            icon=icon,
            px=_text_px(height),
            second_px=15 if height >= 56 else 13,
            icon_px=24 if height >= 64 else 20,
            weight=600,
        )
        self._guard = PressGuard(self) if guarded else None
        self.set_text(text, name=name)

    def set_text(self, text: str, second: str = "", name: str = "") -> None:
        """New words, with an optional smaller line under them."""
        self._face = replace(
            self._face,
            text=text,
            second=second,
            leading=bool(second and self._face.icon),
            px=self._words_px(two_lines=bool(second)),
        )
        self.set_words(text, spoken=name or ", ".join(filter(None, (text, second))))
        self._redraw()

    def set_stacked(self, is_stacked: bool = True) -> None:
        """The icon above smaller words: for several buttons side by side in little room."""
        big = _text_px(self._height)
        px, icon_px = (16, 22) if is_stacked else (big, 24 if self._height >= 64 else 20)
        self._face = replace(self._face, stacked=is_stacked, px=px, icon_px=icon_px)
        self._redraw()

    def set_icon(self, icon: str, after: bool = False) -> None:
        """Another icon, before the words or after them."""
        self._face = replace(self._face, icon=icon, icon_after=after)
        self._redraw()

    @property
    def is_primary(self) -> bool:
        return self._kind == "primary"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    def _tell_the_rest(self) -> None:
        """Words that are cut are in the tooltip; one that says something else stays."""
        mine = plain_tooltip(self.accessibleName())
        if self._is_cut():
            self.setToolTip(mine)
        elif self.toolTip() == mine:
            self.setToolTip("")

    def _is_cut(self) -> bool:
        return bool(self._face.text) and self._shown_face().size().width() > self._inside().width()

    def _shown_face(self) -> Face:
        """Where not both fit, the words stay and the picture goes."""
        whole = self._face.size().width() <= self._inside().width()
        if whole or self._face.stacked or not self._face.text:
            return self._face
        return replace(self._face, icon="", leading=False)

    def _inside(self) -> QRectF:
        inside = QRectF(self.rect()).adjusted(12, 0, -12, 0)
        return inside.adjusted(2, 0, -2, 0) if self._face.leading else inside

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.update()

    def _words_px(self, two_lines: bool) -> int:
        if self._face.stacked:
            return self._face.px
        return _text_px(self._height) - (2 if two_lines and self._height < 64 else 0)

    def _redraw(self) -> None:
        self._tell_the_rest()
        self.updateGeometry()
        self.update()

    def is_resting(self) -> bool:
        """Whether a guarded button still ignores presses."""
        return self._guard is not None and self._guard.is_resting()

    def sizeHint(self) -> QSize:
        face = self._face.size()
        tall = metrics.tall(self._height, face.height())
        if not self._face.text:
            return QSize(tall, tall)
        return QSize(max(face.width() + 2 * _padding(self._height), tall), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look()
        paint_box(painter, QRectF(self.rect()), look)
        paint_face(painter, self._shown_face(), self._inside(), look.text, look.text)
        painter.end()

    def _look(self) -> Look:
        rest, hover, pressed, disabled = _LOOKS[self._kind]
        if not self.isEnabled():
            return disabled
        if self.isDown():
            return pressed
        return hover if self.is_hovered() else rest


def _text_px(height: int) -> int:
    if height >= 64:
        return 20
    return 17 if height >= 56 else 15


def _padding(height: int) -> int:
    if height >= 56:
        return 24 if height < 64 else 20
    return 18 if height >= 48 else 14
