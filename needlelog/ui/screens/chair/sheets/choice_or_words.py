"""Chips of one question, and a line to type into once 'Other' is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needlelog import catalogue
from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.screens.chair.sheets.content import caption
from needlelog.ui.widgets.chips import ChipGroup, Choice
from needlelog.ui.widgets.fields import Field

OTHER = "other"


class ChoiceOrWords(QWidget):
    """Its answer is the code of a chip, or the words typed in place of 'other'; '' for none."""

    chosen = Signal(str)
    """A tap."""
    typed = Signal(str)
    """Typing."""

    def __init__(self, question: str, kind: str, words_label: str = "", height: int = 56) -> None:
        """`kind` is a list of the catalogue's choices."""
        super().__init__()
        self.chips = ChipGroup(question, "one_or_none", height)
        self.words = Field(words_label or _("In your words"))
        self._codes = _labels(kind)
        self._value = ""
        self.chips.set_choices([Choice(code, text) for code, text in self._codes.items()])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if question:
            column.addWidget(caption(question))
        column.addWidget(self.chips)
        column.addWidget(self.words)
        self.chips.changed.connect(self._on_chips)
        self.words.typed.connect(self._on_words)
        self.show_value("")

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        """Show an answer without reporting it; words that are being typed stay as they are."""
        is_code = value in self._codes and value != OTHER
        words = "" if is_code or value == OTHER else value
        self._value = value
        self.chips.set_chosen([value] if is_code else [OTHER] if value else [])
        self.words.setVisible(bool(value) and not is_code)
        if clean_line(self.words.text()) != words:
            self.words.set_text(words)

    def _on_chips(self, chosen: tuple[str, ...]) -> None:
        self.show_value(chosen[0] if chosen else "")
        if self._value == OTHER:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self._value)

    def _on_words(self, text: str) -> None:
        self._value = clean_line(text) or OTHER
        self.typed.emit(self._value)


def _labels(kind: str) -> Mapping[str, str]:
    return {code: _(choice.label) for code, choice in catalogue.choices(kind).items()}
