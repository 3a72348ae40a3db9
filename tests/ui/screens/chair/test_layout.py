"""The chair in every window it has to fit, with the longest names: all is read, all is hit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import product
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import ChairStep, Status
from needlelog.ui import theme
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.window import Window
from tests.builders import NOON, a_client, a_serum, a_session, a_tip, at
from tests.ui.conftest import Records
from tests.ui.screens.people import screen, ways
from tests.walk.layout import faults

FINGER_PX = 48
DESK_PX = 32

SMALLEST = (1024, 600)
WINDOWS = (SMALLEST, (1366, 860), (1600, 1020), (1024, 1280))
LONG = (
    "Wolfeschlegelsteinhausenbergerd",
    "Maximilianalexanderchristopher Bartholomaeusnepomukferdinand",
)
ARABIC = ("عبدالرحمن الشريف", "فاطمة الزهراء")
FACE = (
    "face.forehead",
    "face.cheek_l",
    "face.cheek_r",
    "face.chin",
    "face.nose",
    "face.temple_l",
    "face.temple_r",
)


def treated(db: Session, you: Practitioner, name: tuple[str, str]) -> UUID:
    """A client of this name with a signed session, and one that is open above the ceiling."""
    family, given = name
    client = clients.add(db, a_client(number=0, family_name=family, given_name=given))
    month_ago = at(-30 * 24 * 60)
    before = a_session(client, treated_by_id=you.id, happened_at=month_ago)
    before = replace(before, tips=(a_tip(),))
    before = painted(before, FACE[:3], Brush(1250, 3, ("vertical",), a_serum()), month_ago)
    kept = sessions.start(db, before)
    sessions.sign(db, kept.id, 1, Status.COMPLETED, you.id, NOON)
    today = a_session(client, treated_by_id=you.id, tips=(a_tip(),))
    brush = Brush(1500, 3, ("vertical", "diagonal"), a_serum())
    return sessions.start(db, painted(today, FACE, brush, NOON)).id


def in_the_chair(qtbot: QtBot, window: Window, session_id: UUID, step: ChairStep) -> Chair:
    ways(window).resume(session_id)
    chair = screen(qtbot, window, Chair)
    tab = chair.banner.steps.button(str(step))
    if step is not chair.session.step:
        tab.click()
    if step is ChairStep.AFTERCARE:
        qtbot.waitUntil(lambda: chair.finish.preview.page_count() == 1)
    qtbot.waitUntil(lambda: chair.autosave.is_saved)
    QApplication.processEvents()  # rows that came last are still to be placed
    return chair


@pytest.mark.parametrize("case", [*product(ChairStep, WINDOWS, (LONG, ARABIC))])
def test_nothing_in_the_chair_is_cut_or_too_small_to_hit(
    qtbot: QtBot,
    window: Window,
    records: Records,
    you: Practitioner,
    case: tuple[ChairStep, tuple[int, int], tuple[str, str]],
) -> None:
    step, size, name = case
    window.resize(*size)
    chair = in_the_chair(qtbot, window, records(partial(treated, you=you, name=name)), step)

    assert faults(chair, FINGER_PX) == []


def test_the_dark_chair_is_laid_out_alike(
    qtbot: QtBot, dark: theme.Theme, window: Window, records: Records, you: Practitioner
) -> None:
    window.resize(*SMALLEST)
    session_id = records(partial(treated, you=you, name=LONG))
    chair = in_the_chair(qtbot, window, session_id, ChairStep.TREAT)

    assert faults(chair, FINGER_PX) == []


@pytest.mark.parametrize("size", WINDOWS, ids=str)
def test_nothing_on_the_desk_is_cut_or_too_small_to_hit(
    qtbot: QtBot, window: Window, records: Records, you: Practitioner, size: tuple[int, int]
) -> None:
    window.resize(*size)
    session_id = records(partial(treated, you=you, name=LONG))
    client_id = records(lambda db: sessions.load(db, session_id)).client_id
    found = {}
    for place, go in (
        ("today", ways(window).show_today),
        ("clients", ways(window).show_clients),
        ("client", partial(ways(window).show_client, client_id)),
        ("form", ways(window).new_client),
    ):
        go()
        qtbot.wait(400)  # what the page shows is read beside it
        found[place] = faults(window, DESK_PX)

    assert found == {"today": [], "clients": [], "client": [], "form": []}
