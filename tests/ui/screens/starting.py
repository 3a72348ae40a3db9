"""What tests of a first start do: answer the steps, and look at what lies in a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from needlelog.db import clients, clinic, practitioners
from needlelog.db.store import Store
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.first_start_place import PlaceStep
from needlelog.ui.window import Window
from tests.builders import a_client, a_clinic, a_practitioner
from tests.ui.screens.people import press, screen, type_here

ANSWERS = ("Linden Skin Studio", "+44 20 7946 0100", "Anneke de Vries, RN")


def records_in(folder: Path) -> set[str]:
    """What lies there, apart from the lock that tells programs apart."""
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    return {name for name in names if not name.endswith((".lock", "-wal", "-shm"))}


def last_step(qtbot: QtBot, window: Window) -> PlaceStep:
    """The first two answered by keyboard."""
    page = screen(qtbot, window, FirstStart)
    for text in ANSWERS:
        type_here(text)
        press(Qt.Key.Key_Return)
    assert page.place.start.hasFocus()
    return page.place


def another_clinic(file: Path, name: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    store = Store.open(file, create=True)
    with store.transaction() as db:
        clinic.add(db, a_clinic(name=name))
        practitioners.add(db, a_practitioner())
        clients.add(db, a_client())
    store.close()
