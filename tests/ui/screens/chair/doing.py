"""What a practitioner does at the chair: taps zones, presses buttons, waits for 'Saved'."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needlelog.db import sessions
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.stepper import Stepper
from tests.ui.conftest import Records

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def tap_zone(qtbot: QtBot, chair: Chair, zone: str) -> None:
    """One tap of the mouse on a zone of the map that is shown."""
    place = chair.treat.side.map.place_of(zone)
    assert place is not None, f"{zone} is not on this map"
    QTest.mouseClick(chair.treat.side.map, LEFT, NONE, place)


def tap(qtbot: QtBot, button: QWidget) -> None:
    qtbot.waitUntil(button.isVisible)  # a line that was just added is shown by the event loop
    assert button.isEnabled(), "a disabled button can't be tapped"
    QTest.mouseClick(button, LEFT)


def press(stepper: Stepper, key: Qt.Key) -> None:
    """One key on the number of a stepper."""
    value = stepper.focusProxy()
    assert value is not None
    QTest.keyClick(value, key)


def saved(qtbot: QtBot, chair: Chair) -> None:
    """Wait until everything is committed."""
    qtbot.waitUntil(lambda: chair.autosave.is_saved)


def kept(records: Records, session_id: UUID) -> NeedlingSession:
    """The session as the records have it."""
    return records(lambda db: sessions.load(db, session_id))  # type: ignore[no-any-return]  # a session


def depths(session: NeedlingSession) -> dict[str, list[tuple[int, int]]]:
    """Zone to its layers as depth and passes."""
    zones = dict.fromkeys(layer.zone for layer in session.layers)
    return {zone: [(row.depth_um, row.passes) for row in session.layers_of(zone)] for zone in zones}
