"""Leaving a chair never leaves anything behind that is not on the disk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.session import NeedlingSession
from needlelog.errors import NotSaved
from needlelog.ui.navigation import Navigation
from needlelog.ui.screens.chair.chair import Chair
from needlelog.ui.window import Window
from tests.builders import a_client, a_session
from tests.ui.conftest import Records
from tests.ui.screens.chair.doing import kept, tap, tap_zone
from tests.ui.screens.people import ways


@pytest.fixture
def two(records: Records, you: Practitioner) -> tuple[UUID, UUID]:
    """Sessions of two clients that are both open."""

    def started(db: Session) -> tuple[UUID, UUID]:
        people = [clients.add(db, a_client(number=0, family_name=name)) for name in ("A", "B")]
        first, second = (
            sessions.start(db, a_session(person, treated_by_id=you.id)) for person in people
        )
        return first.id, second.id

    return records(started)  # type: ignore[no-any-return]  # two ids


def _sit_down(qtbot: QtBot, navigation: Navigation, session_id: UUID) -> Chair:
    navigation.resume(session_id)
    qtbot.waitUntil(
        lambda: navigation.chair is not None and navigation.chair.session.id == session_id
    )
    assert navigation.chair is not None
    qtbot.waitUntil(navigation.chair.treat.isVisible)
    return navigation.chair


def test_a_chair_that_was_left_unsaved_is_saved_as_soon_as_there_is_room(
    qtbot: QtBot,
    window: Window,
    two: tuple[UUID, UUID],
    records: Records,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    navigation = ways(window)
    first = _sit_down(qtbot, navigation, two[0])
    with monkeypatch.context() as full:
        full.setattr(sessions, "save", _disk_full)
        with qtbot.waitSignal(first.not_saved):
            tap_zone(qtbot, first, "face.chin")
        second = _sit_down(qtbot, navigation, two[1])
        waits = navigation.is_saved()
    tap_zone(qtbot, second, "face.nose")
    qtbot.waitUntil(lambda: bool(_kept(records, two[0]).layers))
    qtbot.waitUntil(navigation.is_saved)

    assert not waits
    assert _kept(records, two[0]).treated_zones == ("face.chin",)


def test_asking_whether_all_is_saved_saves_nothing(
    qtbot: QtBot, window: Window, two: tuple[UUID, UUID]
) -> None:
    navigation = ways(window)
    chair = _sit_down(qtbot, navigation, two[0])
    qtbot.waitUntil(navigation.is_saved)
    before = chair.autosave.history
    chair.autosave.typed("notes", replace(chair.session, notes="Half a sen"))
    assert not navigation.is_saved()
    assert chair.autosave.history == before
    navigation.keep_typing()
    assert chair.autosave.history != before
    qtbot.waitUntil(navigation.is_saved)


def test_a_chair_left_unsaved_is_the_same_chair_when_one_comes_back(
    qtbot: QtBot,
    window: Window,
    two: tuple[UUID, UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    navigation = ways(window)
    first = _sit_down(qtbot, navigation, two[0])
    with monkeypatch.context() as full:
        full.setattr(sessions, "save", _disk_full)
        with qtbot.waitSignal(first.not_saved):
            tap_zone(qtbot, first, "face.chin")
        _sit_down(qtbot, navigation, two[1])
        again = _sit_down(qtbot, navigation, two[0])
    first.autosave.retry()
    qtbot.waitUntil(navigation.is_saved)

    assert again is first
    assert first.session.treated_zones == ("face.chin",)


def test_after_the_signature_the_strip_opens_nothing(
    qtbot: QtBot,
    window: Window,
    two: tuple[UUID, UUID],
) -> None:
    chair = _sit_down(qtbot, ways(window), two[0])
    tap_zone(qtbot, chair, "face.chin")
    tap(qtbot, chair.bar.strip.button("aftercare"))
    tap(qtbot, chair.bar.next)
    qtbot.waitUntil(lambda: chair.session.is_signed)

    assert not chair.bar.strip.button("lots").isEnabled()


def _disk_full(*_arguments: Any, **_names: Any) -> None:
    raise NotSaved("NOT SAVED: disk full. Free some space.")


def _kept(records: Records, session_id: UUID) -> NeedlingSession:
    return kept(records, session_id)
