"""A typed number: '1,5' ml, '199,50', '72'."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from needlelog.errors import BadValue
from needlelog.ui.widgets.fields import Field


class NumberField(Field):
    """Reads while somebody types, and says what is wrong when they leave; empty is no number."""

    number_typed = Signal(object)
    """The number as it is kept, or None."""

    def __init__(
        self,
        label: str,
        parse: Callable[[str], int],
        show: Callable[[int], str] = str,
        help_text: str = "",
    ) -> None:
        """`parse` raises BadValue with the sentence to show."""
        super().__init__(label, help_text)
        self._parse = parse
        self._as_text = show
        self._number: int | None = None
        self.typed.connect(self._on_typed)
        self.finished.connect(self._on_left)

    def number(self) -> int | None:
        """What was understood last."""
        return self._number

    def show_number(self, number: int | None) -> None:
        """Show a number without reporting it; one that is being typed stays as it is typed."""
        if number != self._number:
            self._number = number
            self.set_text("" if number is None else self._as_text(number))
            self.clear_error()

    def _on_typed(self, text: str) -> None:
        try:
            self._take(self._parse(text) if text.strip() else None)
        except BadValue:
            self._take(None)  # half a number is no mistake yet

    def _on_left(self, text: str) -> None:
        if not text.strip():
            return
        try:
            self._take(self._parse(text))
        except BadValue as wrong:
            self.show_error(str(wrong))

    def _take(self, number: int | None) -> None:
        if number != self._number:
            self._number = number
            self.number_typed.emit(number)
