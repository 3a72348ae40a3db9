"""What tests do with a chair in a clinic that has things of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy.orm import Session

from needlelog.db import sessions
from needlelog.domain.change import difference
from needlelog.domain.history import Move, MoveKind, Step
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.widgets.toast import Toast
from tests.ui.screens.people import type_here

Keep = Callable[..., None]
Start = Callable[[], NeedlingSession]
Fresh = Callable[[], Chair]


def content(chair: Chair, name: str) -> object:
    chair.sheets.open(name)
    return chair.sheets.content


def told(chair: Chair) -> list[str]:
    """What the chair says in messages from here on."""
    said: list[str] = []

    def hear(toast: Toast) -> None:
        said.append(toast.text)

    chair.toast_asked.connect(hear)
    return said


def type_depth(chair: Chair, text: str) -> None:
    value = chair.treat.panel.needle.focusProxy()
    assert value is not None
    QTest.keyClicks(value, text[:1])
    type_here(text[1:])
    QTest.keyClick(chair.treat.panel.needle._entry, Qt.Key.Key_Return)


def put(db: Session, session: NeedlingSession) -> None:
    """Keep another state of it, behind the chair's back."""
    before = sessions.load(db, session.id)
    move = Move(MoveKind.DO, Step("edit", difference(before, session)))
    sessions.save(db, session_id=session.id, version=before.version, moves=(move,))
