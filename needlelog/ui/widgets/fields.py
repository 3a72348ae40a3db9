"""Fields to type into: one line, notes, and dates."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from needlelog.errors import BadValue
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.labelled import Labelled

T = TypeVar("T")


class Field(Labelled):
    """One line. `typed` tells every edit by a person, `finished` when they leave or press Enter."""

    typed = Signal(str)
    finished = Signal(str)

    def __init__(self, label: str, help_text: str = "", placeholder: str = "") -> None:
        self.edit = QLineEdit()
        metrics.one_line(self.edit, 48)
        self.edit.setFont(theme.font(16, 500))
        self.edit.setPlaceholderText(placeholder)
        super().__init__(label, self.edit, help_text)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._on_finished)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show a text without reporting it. The cursor stays where somebody is typing it."""
        if text != self.edit.text():
            self.edit.setText(text)

    def _on_edited(self, text: str) -> None:
        self.clear_error()
        self.typed.emit(text)

    def _on_finished(self) -> None:
        self.finished.emit(self.edit.text())


class NoteField(Labelled):
    """Several lines. Tab leaves the field: a note needs no tabs, the keyboard needs a way out."""

    typed = Signal(str)

    def __init__(self, label: str, help_text: str = "", placeholder: str = "") -> None:
        self.edit = QPlainTextEdit()
        metrics.at_least(self.edit, height=96)
        self.edit.setFont(theme.font(16, 400))
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(placeholder)
        super().__init__(label, self.edit, help_text)
        self.edit.textChanged.connect(self._on_edited)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without reporting it; the cursor stays where somebody is typing it."""
        if text == self.edit.toPlainText():
            return
        self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(False)

    def _on_edited(self) -> None:
        self.clear_error()
        self.typed.emit(self.edit.toPlainText())


class ParsedField(Field, Generic[T]):
    """A typed value: read while somebody types, and what is wrong told when they leave.

    `parse` raises BadValue with the sentence to show; an empty field is no value.
    """

    understood = Signal(object)
    """The value as it is kept, or None while there is none."""

    def __init__(
        self,
        label: str,
        parse: Callable[[str], T],
        show: Callable[[T], str] = str,
        help_text: str = "",
        placeholder: str = "",
    ) -> None:
        super().__init__(label, help_text, placeholder)
        self._parse = parse
        self._as_text = show
        self._value: T | None = None
        self.typed.connect(self._on_typed)
        self.finished.connect(self._on_left)

    def value(self) -> T | None:
        """What was understood last, None while there is nothing."""
        return self._value

    def show_value(self, value: T | None) -> None:
        """Show a value without reporting it; the one that is being typed stays as it is typed."""
        if value != self._value:
            self.show_as(value, "" if value is None else self._as_text(value))

    def show_as(self, value: T | None, text: str) -> None:
        """Show a value as `text` without reporting it."""
        self._value = value
        self.set_text(text)
        self._say(value)

    def _on_typed(self, text: str) -> None:
        try:
            self._take(self._parse(text) if text.strip() else None)
        except BadValue:
            self._take(None)  # half a value is no mistake yet

    def _on_left(self, text: str) -> None:
        if not text.strip() or self._value is not None:
            return
        try:
            self._take(self._parse(text))
        except BadValue as wrong:
            self.show_error(str(wrong))

    def _take(self, value: T | None) -> None:
        self._say(value)
        if value != self._value:
            self._value = value
            self.understood.emit(value)

    def _say(self, _value: T | None) -> None:
        """What stands under the field while there is no mistake in it."""
        self.clear_error()


class NumberField(ParsedField[int]):
    """A typed number: '1,5' ml, '199,50', '72'."""


class DateField(ParsedField[date]):
    """A typed date, echoed in full under the field, so that 9/8 leaves no doubt."""

    def __init__(
        self,
        label: str,
        parse: Callable[[str], date],
        echo: Callable[[date], str],
        help_text: str = "",
        show: Callable[[date], str] = str,
    ) -> None:
        self._echo = echo
        super().__init__(label, parse, show, help_text)

    def _say(self, value: date | None) -> None:
        if value is None:
            self.clear_error()
        else:
            self.show_message(self._echo(value), "ink2")
