"""What the forms of the clinic's lists share: a name, what is kept as it is typed, and 'Retire'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needlelog.domain.text import clean_line
from needlelog.i18n import _
from needlelog.ui.screens.lengths import LONGEST_LINE, LONGEST_NAME, too_long
from needlelog.ui.screens.settings.record_saver import RecordSaver, Save
from needlelog.ui.screens.settings.section import form_grid
from needlelog.ui.tasks import Tasks
from needlelog.ui.widgets.buttons import ActionButton
from needlelog.ui.widgets.fields import Field, NumberField


class RecordForm(QWidget):
    """Kept field by field; something new is in the records once it has a name."""

    saved = Signal(object)
    """The record as it was kept."""
    not_saved = Signal(object)
    left = Signal()
    retire_asked = Signal()
    stops_changed = Signal()
    """Controls came or went."""

    def __init__(self, tasks: Tasks, record: Any, save: Save, name_label: str) -> None:
        super().__init__()
        self.saver = RecordSaver(tasks, record, save, self)
        self._waiting: dict[str, object] = {}
        """What was entered before there is a name."""
        self.name = Field(name_label)
        self.retire = ActionButton(
            _("Bring back") if record.is_retired else _("Retire"),
            icon="undo-2" if record.is_retired else "ban",
            height=48,
        )
        if not record.version:
            self.retire.hide()
        self.name.set_text(record.name)
        self.name.typed.connect(self._on_name)
        self.name.finished.connect(self._on_name_left)
        self.retire.clicked.connect(self.retire_asked)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self.not_saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; a control that is being typed into keeps it for itself."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        self.name.setFocus()

    def change(self, **values: object) -> None:
        """Keep this once nobody types for a moment, or once there is a name."""
        self._waiting |= values
        if self.saver.record.name or self._waiting.get("name"):
            self.saver.change(**self._waiting)
            self._waiting = {}

    def keep(self, **values: object) -> None:
        """Keep this now: it was tapped, not typed."""
        self.change(**values)
        self.saver.keep()

    def _lay_out(self, rows: Sequence[Sequence[QWidget]]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 18)
        column.setSpacing(14)
        column.addLayout(form_grid(rows))
        foot = QHBoxLayout()
        foot.addWidget(self.retire)
        foot.addStretch(1)
        column.addLayout(foot)

    def _keeps_line(self, name: str, field: Field) -> Field:
        """A field whose text is kept under this name of the record."""
        field.set_text(getattr(self.saver.record, name))
        field.typed.connect(partial(self._on_line, name, field))
        field.finished.connect(partial(self._on_line_left, field))
        return field

    def _keeps_number(self, name: str, field: NumberField) -> NumberField:
        """The same for a number; half a number takes nothing away."""
        field.show_value(getattr(self.saver.record, name))
        field.understood.connect(partial(self._on_number, name, field))
        field.finished.connect(partial(self._on_number_left, field))
        return field

    def _on_name(self, text: str) -> None:
        line = clean_line(text)
        if line and not too_long(line, LONGEST_NAME):
            self.change(name=line)

    def _on_name_left(self, text: str) -> None:
        line = clean_line(text)
        is_left_empty = not line and not self.saver.record.version and not self._waiting
        if not is_left_empty:
            sentence = too_long(line, LONGEST_NAME) if line else _("Type a name: lists show it.")
            if sentence:
                self.name.show_error(sentence)
        self.saver.keep()

    def _on_line(self, name: str, field: Field, text: str) -> None:
        line = clean_line(text)
        if not too_long(line, LONGEST_LINE):
            self.change(**{name: line})

    def _on_line_left(self, field: Field, text: str) -> None:
        sentence = too_long(clean_line(text), LONGEST_LINE)
        if sentence:
            field.show_error(sentence)
        self.saver.keep()

    def _on_number(self, name: str, field: NumberField, number: int | None) -> None:
        if number is not None or not field.text().strip():
            self.change(**{name: number})

    def _on_number_left(self, field: NumberField, _text: str) -> None:
        self.saver.keep()

    def _on_saved(self, record: object) -> None:
        self.retire.show()
        self.saved.emit(record)
