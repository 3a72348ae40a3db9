"""Choice chips: one of several, several of many, or none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from needlelog.ui import metrics
from needlelog.ui.widgets.face import Face, Look, paint_box, paint_face, paint_icon
from needlelog.ui.widgets.flow import FlowLayout
from needlelog.ui.widgets.labels import plain_tooltip
from needlelog.ui.widgets.painted_button import PaintedButton

Picking = Literal["one", "one_or_none", "many"]

_ON = Look("accent", "", "on-accent")
_ON_HOVER = Look("accent-hover", "", "on-accent")
_ON_PRESSED = Look("accent-pressed", "", "on-accent")
_OFF = Look("surface", "ctl", "ink")
_OFF_HOVER = Look("sunken", "ctl", "ink")
_OFF_PRESSED = Look("accent-soft", "accent", "accent")
_BLOCKED = Look("danger-bg", "danger", "danger", dashed=True)
_DISABLED = Look("surface", "line", "disabled-text")
_WARNING_PX = 20
_DISABLED_ON = Look("disabled", "", "disabled-text")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a chip stands for. `blocked` says why it can't be chosen; `warning` adds a triangle."""

    code: str
    text: str
    second: str = ""
    icon: str = ""
    swatch: QColor | None = None
    warning: bool = False
    blocked: str = ""

    def spoken(self) -> str:
        return ", ".join(filter(None, (self.text, self.second, self.blocked)))


class Chip(PaintedButton):
    """A button that stays on. A blocked one stays off and says `refused` instead."""

    refused = Signal(str)

    def __init__(
        self, choice: Choice, height: int = 48, stacked: bool = False, ticked: bool = False
    ) -> None:
        super().__init__()
        self._height = height
        self._stacked = stacked
        self._ticked = ticked
        self.setCheckable(True)
        self.set_choice(choice)

    @property
    def choice(self) -> Choice:
        return self._choice

    def set_choice(self, choice: Choice) -> None:
        self._choice = choice
        self.set_words(choice.text, spoken=choice.spoken())
        if choice.blocked:
            self.setChecked(False)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802  the name is Qt's
        if self._choice.blocked:
            self.refused.emit(self._choice.code)
        else:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        widest = self._face(checked=self._ticked or self.isChecked()).size()
        wide = widest.width() + (_WARNING_PX + 6 if self._choice.warning and self._ticked else 0)
        return QSize(wide + 28, metrics.tall(self._height, widest.height()))

    def minimumSizeHint(self) -> QSize:
        mark = 30 if self._choice.icon or self._choice.swatch else 0
        return QSize(max(48, mark + 48), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(plain_tooltip(self._choice.spoken()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look()
        paint_box(painter, QRectF(self.rect()), look)
        face = self._face(self.isChecked())
        warns = face.icon == "triangle-alert" and not self.isChecked() and self.isEnabled()
        inside = QRectF(self.rect()).adjusted(12, 0, -12, 0)
        if self._warns_chosen():
            inside.adjust(0, 0, -_WARNING_PX - 6, 0)
            self._paint_warning(painter)
        paint_face(painter, face, inside, look.text, "warn" if warns else look.text)
        painter.end()

    def _warns_chosen(self) -> bool:
        """Ticked, and still something to watch for: the triangle stands beside the tick."""
        return self._choice.warning and self._ticked and self.isChecked()

    def _paint_warning(self, painter: QPainter) -> None:
        side = _WARNING_PX
        left = 12 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else None
        place = QPointF(self.width() - 12 - side if left is None else left, 0)
        place.setY((self.height() - side) / 2)
        badge = QRectF(place, QSizeF(side, side)).adjusted(-4, -4, 4, 4)
        paint_box(painter, badge, Look("warn-bg", "", "warn"), radius=6)
        paint_icon(painter, "triangle-alert", "warn", place, side)

    def _face(self, checked: bool) -> Face:
        choice = self._choice
        icon = self._icon(checked)
        big = self._height >= 60
        return Face(
            text=choice.text,
            second=choice.second,
            icon=icon,
            swatch=choice.swatch,
            stacked=self._stacked,
            leading=bool(choice.second and icon and not self._stacked),
            px=20 if big else 16,
            second_px=15 if big else 13,
            icon_px=18 if choice.swatch is not None else 20,
            weight=600 if checked else 500,
        )

    def _icon(self, checked: bool) -> str:
        if self._choice.blocked:
            return "ban"
        if checked and self._ticked:
            return "check"
        return "triangle-alert" if self._choice.warning else self._choice.icon

    def _look(self) -> Look:
        on = self.isChecked()
        if not self.isEnabled():
            return _DISABLED_ON if on else _DISABLED
        if self._choice.blocked:
            return _BLOCKED
        if self.isDown():
            return _ON_PRESSED if on else _OFF_PRESSED
        if self.is_hovered():
            return _ON_HOVER if on else _OFF_HOVER
        return _ON if on else _OFF


class ChipGroup(QWidget):
    """Chips of one question. Only a person's tap is reported, never `set_chosen`."""

    changed = Signal(tuple)
    refused = Signal(str)

    def __init__(
        self, name: str, picking: Picking = "one", height: int = 48, columns: int = 0,
        stacked: bool = False,
    ) -> None:  # fmt: skip
        """`columns` makes equal widths in a grid; without it the chips flow."""
        super().__init__()
        self.setAccessibleName(name)
        self._picking = picking
        self._height = height
        self._columns = columns
        self._stacked = stacked
        self._chips: dict[str, Chip] = {}
        self._told: tuple[str, ...] = ()
        self._box: QLayout = QGridLayout(self) if columns else FlowLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these chips; what was chosen stays chosen if it is still there.

        While the codes stay the same the chips stay too, and with them the focus.
        """
        if [choice.code for choice in choices] == list(self._chips):
            for choice in choices:
                self._chips[choice.code].set_choice(choice)
            self._told = self.chosen()
            return
        chosen = self.chosen()
        for chip in self._chips.values():
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {choice.code: self._made(choice) for choice in choices}
        for index, chip in enumerate(self._chips.values()):
            self._put(chip, index)
        self.set_chosen(chosen)

    def chip(self, code: str) -> Chip:
        return self._chips[code]

    def chosen(self) -> tuple[str, ...]:
        """The chosen codes in the order of the chips."""
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def set_chosen(self, codes: Iterable[str]) -> None:
        """Choose these and no others; nothing is reported."""
        wanted = set(codes)
        for code, chip in self._chips.items():
            # Qt lets no one switch off the last chip of an exclusive group, not even us.
            chip.setAutoExclusive(False)
            chip.setChecked(code in wanted and not chip.choice.blocked)
            chip.setAutoExclusive(self._picking == "one")
        self._told = self.chosen()

    def _made(self, choice: Choice) -> Chip:
        marked = bool(choice.icon) or choice.swatch is not None
        ticked = not marked and (self._picking == "many" or bool(choice.second))
        chip = Chip(choice, self._height, self._stacked, ticked=ticked)
        chip.setAutoExclusive(self._picking == "one")
        chip.clicked.connect(partial(self._on_clicked, choice.code))
        chip.refused.connect(self.refused)
        return chip

    def _put(self, chip: Chip, index: int) -> None:
        if isinstance(self._box, QGridLayout):
            chip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._box.addWidget(chip, index // self._columns, index % self._columns)
            self._box.setColumnStretch(index % self._columns, 1)
        else:
            self._box.addWidget(chip)
        chip.show()

    def _on_clicked(self, code: str) -> None:
        if self._chips[code].choice.blocked:
            return
        if self._picking == "one":
            self._chips[code].setChecked(True)  # Qt would let a lone chip be switched off
        if self._picking == "one_or_none" and self._chips[code].isChecked():
            for other in self._chips.keys() - {code}:
                self._chips[other].setChecked(False)
        if self.chosen() != self._told:
            self._told = self.chosen()
            self.changed.emit(self._told)
