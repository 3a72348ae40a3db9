"""What a person does with the lists of the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from needlelog.db import shelf
from needlelog.domain.shelf import Shelf
from needlelog.ui.screens.settings.record_form import RecordForm
from needlelog.ui.screens.settings.records_section import RecordsSection
from needlelog.ui.screens.settings.settings_screen import SettingsScreen
from needlelog.ui.widgets.labelled import Labelled
from needlelog.ui.widgets.segmented import Segmented
from needlelog.ui.widgets.stepper import Stepper
from tests.ui.conftest import Records
from tests.ui.screens.people import press, tap, type_here

Form = TypeVar("Form", bound=RecordForm)


def go_to(qtbot: QtBot, shown: SettingsScreen, name: str) -> RecordsSection:
    """A list of the settings, once it is read."""
    tap(shown.items[name])
    section = getattr(shown, name)
    assert isinstance(section, RecordsSection)
    qtbot.waitUntil(lambda: section.facts is not None)
    return section


def open_row(qtbot: QtBot, section: RecordsSection, kind: type[Form], record: Any) -> Form:
    qtbot.waitUntil(lambda: record.id in section.rows)
    tap(section.rows[record.id])
    return form_of(qtbot, section, kind)


def add_one(qtbot: QtBot, section: RecordsSection, kind: type[Form], name: str) -> Form:
    tap(section.add)
    form = form_of(qtbot, section, kind)
    write(form.name, name)
    return form


def form_of(qtbot: QtBot, section: RecordsSection, kind: type[Form]) -> Form:
    qtbot.waitUntil(lambda: isinstance(section.form, kind))
    form = section.form
    assert isinstance(form, kind)
    qtbot.waitUntil(form.isVisible)
    return form


def write(field: Labelled, text: str) -> None:
    """Type over what stands in a field, key by key, and leave it with Enter."""
    edit = field.control
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    if text:
        type_here(text)
    else:
        press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)


def is_saved(qtbot: QtBot, form: RecordForm) -> None:
    qtbot.waitUntil(lambda: form.saver.is_saved)


def kept(records: Records) -> Shelf:
    found: Shelf = records(shelf.read)
    return found


def until(qtbot: QtBot, records: Records, holds: Callable[[Shelf], bool]) -> Shelf:
    """The shelf once something is true of it."""
    qtbot.waitUntil(lambda: holds(kept(records)))
    return kept(records)


def places(section: RecordsSection, *widgets: QWidget) -> list[int]:
    """How far down each stands."""
    return [widget.mapTo(section, widget.rect().topLeft()).y() for widget in widgets]


def choose(segments: Segmented, code: str) -> None:
    tap(segments.button(code))


def press_on(stepper: Stepper, key: Qt.Key) -> None:
    value = stepper.focusProxy()
    assert value is not None
    QTest.keyClick(value, key)
