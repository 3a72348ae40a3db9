"""Fields to type into: one line, notes, and dates."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from needlelog.errors import BadValue
from needlelog.ui import metrics, theme
from needlelog.ui.widgets.labelled import Labelled


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


class DateField(Field):
    """A typed date, echoed in full under the field, so that 9/8 leaves no doubt.

    `parse` raises BadValue with the sentence to show; an empty field is no date.
    """

    date_changed = Signal(object)

    def __init__(
        self,
        label: str,
        parse: Callable[[str], date],
        echo: Callable[[date], str],
        help_text: str = "",
    ) -> None:
        super().__init__(label, help_text)
        self._parse = parse
        self._echo = echo
        self._day: date | None = None
        self.typed.connect(self._on_typed)
        self.finished.connect(self._on_left)

    def day(self) -> date | None:
        """The date that was understood last, None while there is none."""
        return self._day

    def set_date(self, day: date | None, text: str) -> None:
        """Show a date as `text` without reporting it."""
        self._day = day
        self.set_text(text)
        self._say(day)

    def _on_typed(self, text: str) -> None:
        try:
            self._take(self._parse(text) if text.strip() else None)
        except BadValue:
            self._take(None)  # half a date is no mistake yet

    def _on_left(self, text: str) -> None:
        if not text.strip():
            return
        try:
            self._take(self._parse(text))
        except BadValue as wrong:
            self.show_error(str(wrong))

    def _take(self, day: date | None) -> None:
        self._say(day)
        if day != self._day:
            self._day = day
            self.date_changed.emit(day)

    def _say(self, day: date | None) -> None:
        if day is None:
            self.clear_error()
        else:
            self.show_message(self._echo(day), "ink2")
