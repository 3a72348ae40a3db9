"""One of a few answers in one frame, as radio buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.face import Look, paint_box
from needlelog.ui.widgets.painted_button import doubled

Tone = Literal["accent", "none", "warn", "danger", "open"]

_BLOCKS: dict[Tone, Look] = {
    "accent": Look("accent", "", "on-accent"),
    "none": Look("ink2", "", "surface"),
    "warn": Look("warn", "", "on-warn"),
    "danger": Look("danger", "", "on-danger"),
    "open": Look("warn-bg", "warn", "warn", dashed=True),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer. `number` stands above the word; `tone` is the colour of the chosen block."""

    code: str
    text: str
    number: str = ""
    tone: Tone = "accent"

    def spoken(self) -> str:
        return " ".join(filter(None, (self.number, self.text)))


def grades(words: Sequence[str]) -> tuple[Segment, ...]:
    """Segments for a scale from 0: none in grey, then accent, 3 in amber, 4 and over in red."""
    tones: tuple[Tone, ...] = ("none", "accent", "accent", "warn", "danger")
    return tuple(
        Segment(code=str(level), text=word, number=str(level), tone=tones[min(level, 4)])
        for level, word in enumerate(words)
    )


class Segmented(QWidget):
    """A row of segments; nothing is chosen until somebody chooses."""

    chosen = Signal(str)
    cleared = Signal()

    def __init__(
        self, name: str, segments: Sequence[Segment], height: int = 48, clearable: bool = False
    ) -> None:
        """With `clearable` a second tap on the chosen segment takes the answer back."""
        super().__init__()
        self._clearable = clearable
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        self._buttons: dict[str, _SegmentButton] = {}
        self._choice: str | None = None
        wraps = height >= _TWO_LINES_PX and any(" " in one.text for one in segments)
        for segment in segments:
            button = _SegmentButton(segment, height, wraps and not segment.number)
            button.clicked.connect(partial(self._on_clicked, segment.code))
            self._buttons[segment.code] = button
            # Longer words get more room; equal shares would cut them first.
            row.addWidget(button, 1 if segment.number else button.sizeHint().width())

    def choice(self) -> str | None:
        """The chosen code, or None."""
        return self._choice

    def set_choice(self, code: str | None) -> None:
        """Choose without reporting it; None chooses nothing."""
        self._choice = code
        for own_code, button in self._buttons.items():
            # Qt lets no one switch off the last button of an exclusive group, not even us.
            button.setAutoExclusive(False)
            button.setChecked(own_code == code)
            button.setAutoExclusive(True)

    def button(self, code: str) -> QRadioButton:
        return self._buttons[code]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = "ctl" if self.isEnabled() else "line"
        paint_box(painter, QRectF(self.rect()), Look("surface", edge, "ink"))
        painter.setPen(QPen(theme.current().color("line"), 1))
        for button in list(self._buttons.values())[1:]:
            x = button.x() if not self._is_mirrored() else button.x() + button.width()
            painter.drawLine(QPoint(x, 1), QPoint(x, self.height() - 2))
        painter.end()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _on_clicked(self, code: str) -> None:
        if code != self._choice:
            self._choice = code
            self.chosen.emit(code)
        elif self._clearable:
            self.set_choice(None)
            self.cleared.emit()


class _SegmentButton(QRadioButton):
    """One segment: only the words, or a block of colour when it is chosen."""

    def __init__(self, segment: Segment, height: int, wraps: bool) -> None:
        super().__init__()
        self._segment = segment
        self._height = height
        self._wraps = wraps
        self._px = 20 if height >= 52 and not segment.number and not self._wraps else 16
        self.setText(doubled(segment.spoken()))
        self.setAccessibleName(segment.spoken())
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(self._px, 600))
        lines = self._segment.text.split() if self._wraps else [self._segment.text]
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        tight = self._segment.number or self._wraps
        return QSize(max(48, wide + (12 if tight else 28)), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - 12, self._tall())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def _tall(self) -> int:
        words = (18 + 15 + 11) if self._segment.number else (self._px + 6) * (1 + self._wraps)
        return metrics.tall(self._height, metrics.px(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = "ink" if self.isEnabled() else "disabled-text"
        if self.isChecked():
            look = _BLOCKS[self._segment.tone]
            if not self.isEnabled():
                look = Look("disabled", "", "disabled-text")
            paint_box(painter, QRectF(self.rect()), look, radius=9)
            token = look.text
        elif self.isDown():
            paint_box(painter, QRectF(self.rect()), Look("accent-soft", "", "accent"), radius=9)
            token = "accent"
        self._paint_words(painter, token)
        painter.end()

    def _paint_words(self, painter: QPainter, token: str) -> None:
        painter.setPen(theme.current().color(token))
        weight = 600 if self.isChecked() else 500
        box = QRectF(self.rect())
        if self._segment.number:
            painter.setFont(theme.font(18, 600, tabular=True))
            painter.drawText(
                box.adjusted(0, 7, 0, -self.height() / 2), _CENTRED, self._segment.number
            )
            box.adjust(0, self.height() / 2, 0, -6)
            if token == "ink":
                painter.setPen(theme.current().color("ink2"))
        painter.setFont(theme.font(15 if self._segment.number else self._px, weight))
        flags = int(_CENTRED | Qt.TextFlag.TextWordWrap) if self._wraps else int(_CENTRED)
        painter.drawText(box, flags, self._segment.text)


_CENTRED = Qt.AlignmentFlag.AlignCenter
_TWO_LINES_PX = 64  # a segment this tall has room for two lines of words
