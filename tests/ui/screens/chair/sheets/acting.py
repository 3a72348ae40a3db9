"""How the tests of the sheets act: a shown sheet, real clicks and keys, and what was told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from needlelog.db.favourites import UsedDevice
from needlelog.domain.history import History
from needlelog.domain.session import NeedlingSession, Numbing, SerumUse, Tip
from needlelog.ui.screens.chair.facts import ChairFacts, Favourites
from needlelog.ui.screens.chair.sheets.content import SheetContent
from needlelog.ui.widgets.chips import ChipGroup
from needlelog.ui.widgets.labelled import Labelled
from tests.builders import a_client, a_clinic, a_practitioner, a_serum, a_session, a_tip

FAVOURITES = Favourites(
    serums=(a_serum(), SerumUse("ampoule_other", name="Glow 7", lot="G-7")),
    tips=(a_tip(), Tip(name="36-pin tip", pins=36, lot="D-1")),
    numbings=(Numbing("lidocaine4", lot="L-9"),),
    devices=(UsedDevice("Dr.Pen M8", "M8-2231"),),
)
NASTY = "\0<img src=x>\u202e" + "&" * 10_000
KEPT = "<img src=x>" + "&" * 10_000
"""What of it is kept: letter for letter, without what can't be seen."""


def facts(session: NeedlingSession | None = None, **values: Any) -> ChairFacts:
    made = ChairFacts(
        session=session or a_session(),
        history=History(),
        client=a_client(),
        clinic=a_clinic(),
        practitioner=a_practitioner(),
        you=a_practitioner(),
        number=2,
        last=None,
        last_depths={},
        recent_depths=(),
        next_spot=1,
        earlier_spots=(),
        rules={"face_ceiling": 1500, "melasma_ceiling": 1000},
        rule_values=(),
        favourites=FAVOURITES,
    )
    return replace(made, **values)


class Told:
    """What a content told, as the chair would hear it."""

    def __init__(self, content: SheetContent) -> None:
        self.taps: list[tuple[str, NeedlingSession]] = []
        self.typing: list[tuple[str, NeedlingSession]] = []
        self.done = 0
        content.changed.connect(self._on_changed)
        content.typed.connect(self._on_typed)
        content.done.connect(self._on_done)

    @property
    def session(self) -> NeedlingSession:
        """The one told last, by whichever way."""
        return self._last

    @property
    def steps(self) -> list[str]:
        return [what for what, _ in self.taps]

    def _on_changed(self, what: str, session: NeedlingSession) -> None:
        self.taps.append((what, session))
        self._last = session

    def _on_typed(self, what: str, session: NeedlingSession) -> None:
        self.typing.append((what, session))
        self._last = session

    def _on_done(self) -> None:
        self.done += 1


def shown(qtbot: QtBot, content: SheetContent) -> Told:
    qtbot.addWidget(content)
    content.resize(980, 460)
    with qtbot.waitExposed(content):
        content.show()
    return Told(content)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def tap(chips: ChipGroup, *codes: str) -> None:
    for code in codes:
        click(chips.chip(code))


def write(field: Labelled, text: str) -> None:
    """Type over what stands in a field, key by key, and leave it."""
    edit = field.control
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    leave(field)


def paste(field: Labelled, text: str) -> None:
    """Put a long text into a field at once, as from the clipboard."""
    edit = field.control
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    if isinstance(edit, QLineEdit):
        edit.setText(text)
        edit.textEdited.emit(edit.text())
    else:
        edit.setPlainText(text)


def leave(field: Labelled) -> None:
    if isinstance(field.control, QLineEdit):
        QTest.keyClick(field.control, Qt.Key.Key_Return)
