"""A list that opens, for choices too many for chips."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from needlelog.ui import metrics, theme
from needlelog.ui.widgets.wheel_guard import WheelGuard


class Select(QComboBox):
    """Codes with their words. Only a person's choice is reported, never `set_choice`."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(theme.font(16, 500))
        metrics.one_line(self, 48)
        self._wheel = WheelGuard(self)
        self._wheel.watch(self)
        self.activated.connect(self._on_activated)

    def fit_room(self) -> None:
        """As wide as its place, however long its longest line is."""
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Pairs of code and words; the choice stays if its code is still there."""
        chosen = self.choice()
        self.clear()
        for code, text in choices:
            self.addItem(text, code)
        self.set_choice(chosen)

    def choice(self) -> str | None:
        code = self.currentData()
        return code if isinstance(code, str) else None

    def set_choice(self, code: str | None) -> None:
        self.setCurrentIndex(-1 if code is None else self.findData(code))

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))
