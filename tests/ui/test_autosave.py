"""Every tap is kept: in order, each with its own undo step, and never twice at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog.db import clients, sessions, undo
from needlelog.domain.clinic import Practitioner
from needlelog.domain.history import History
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import ChairStep, NeedlingSession, Status
from needlelog.errors import NeedleLogError, ProgramFailed, RecordChanged, RecordSigned
from needlelog.ui.autosave import TYPING_AT_MOST_MS, TYPING_PAUSE_MS, Autosave
from needlelog.ui.tasks import Tasks
from tests.builders import NOON, a_client, a_session
from tests.ui.conftest import Records


@pytest.fixture
def started(records: Records, you: Practitioner) -> NeedlingSession:
    def kept(db: Session) -> NeedlingSession:
        client = clients.add(db, a_client(number=0))
        return sessions.start(db, a_session(client, treated_by_id=you.id))

    return records(kept)  # type: ignore[no-any-return]  # a session


@pytest.fixture
def autosave(qtbot: QtBot, tasks: Tasks, started: NeedlingSession) -> Iterator[Autosave]:
    saving = Autosave(tasks, started, History())
    yield saving
    saving.keep_typing()
    qtbot.waitUntil(lambda: saving.is_saved)
    saving.deleteLater()


def _paint(autosave: Autosave, zone: str) -> None:
    autosave.did("paint", painted(autosave.session, [zone], Brush(), NOON))


def _kept(records: Records, session_id: UUID) -> NeedlingSession:
    return records(lambda db: sessions.load(db, session_id))  # type: ignore[no-any-return]  # a session


def test_taps_made_while_a_save_is_under_way_are_all_kept(
    qtbot: QtBot, autosave: Autosave, records: Records
) -> None:
    zones = ["face.chin", "face.nose", "face.forehead", "face.glabella"]
    for zone in zones:
        _paint(autosave, zone)
    with qtbot.waitSignal(autosave.saved):
        pass

    kept = _kept(records, autosave.session.id)
    history = records(lambda db: undo.history(db, kept.id))
    assert [layer.zone for layer in kept.layers] == zones
    assert [step.what for step in history.done] == ["paint"] * 4
    assert kept == autosave.session


def test_saved_is_said_once_nothing_waits(qtbot: QtBot, autosave: Autosave) -> None:
    told: list[object] = []
    autosave.saved.connect(told.append)
    for zone in ("face.chin", "face.nose", "face.forehead"):
        _paint(autosave, zone)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))

    assert autosave.is_saved
    assert told == [autosave.session.saved_at]


def test_the_answer_to_a_save_never_takes_a_newer_tap_back(
    qtbot: QtBot, autosave: Autosave
) -> None:
    _paint(autosave, "face.chin")
    with qtbot.waitSignal(autosave.saved):
        _paint(autosave, "face.nose")

    assert autosave.session.treated_zones == ("face.chin", "face.nose")


def test_a_tap_that_changes_nothing_is_no_step(autosave: Autosave) -> None:
    autosave.did("paint", autosave.session)

    assert autosave.is_saved
    assert autosave.undo() is None


def test_typing_is_one_step_however_many_letters(
    qtbot: QtBot, autosave: Autosave, records: Records
) -> None:
    for text in ("E", "Ev", "Eve", "Even"):
        autosave.typed("notes", replace(autosave.session, notes=text))
    assert not autosave.is_saved
    with qtbot.waitSignal(autosave.saved):
        pass

    assert _kept(records, autosave.session.id).notes == "Even"
    assert [step.what for step in autosave.history.done] == ["notes"]


def test_a_sheet_that_did_not_hear_of_a_save_overwrites_nothing_and_is_kept(
    qtbot: QtBot, autosave: Autosave, records: Records
) -> None:
    """A sheet goes on from the session it told last, which is older than the save of it."""
    failures: list[NeedleLogError] = []
    autosave.failed.connect(failures.append)
    tapped = replace(autosave.session, next_declined=True)
    with qtbot.waitSignal(autosave.saved):
        autosave.did("next_date", tapped)
    with qtbot.waitSignal(autosave.saved):
        autosave.typed("notes", replace(tapped, notes="calm"))

    assert failures == []
    assert _kept(records, autosave.session.id).notes == "calm"


def test_typing_without_a_pause_is_kept_all_the_same(qtbot: QtBot, autosave: Autosave) -> None:
    typist = QTimer(interval=TYPING_PAUSE_MS // 3)
    typist.timeout.connect(lambda: _type_a_letter(autosave))
    typist.start()
    with qtbot.waitSignal(autosave.saved, timeout=3 * TYPING_AT_MOST_MS):
        pass
    typist.stop()

    assert autosave.session.notes.startswith("nn")


def _type_a_letter(autosave: Autosave) -> None:
    notes = autosave.session.notes + "n"
    autosave.typed("notes", replace(autosave.session, notes=notes))


def test_a_tap_takes_what_is_being_typed_with_it(
    qtbot: QtBot, autosave: Autosave, records: Records
) -> None:
    autosave.typed("notes", replace(autosave.session, notes="warm"))
    _paint(autosave, "face.chin")
    with qtbot.waitSignal(autosave.saved):
        pass

    kept = _kept(records, autosave.session.id)
    assert (kept.notes, kept.treated_zones) == ("warm", ("face.chin",))
    assert [step.what for step in autosave.history.done] == ["notes", "paint"]


def test_the_step_is_remembered_and_is_nothing_to_undo(
    qtbot: QtBot, autosave: Autosave, records: Records
) -> None:
    with qtbot.waitSignal(autosave.saved):
        autosave.went_to(ChairStep.REACTIONS)

    assert _kept(records, autosave.session.id).step is ChairStep.REACTIONS
    assert autosave.undo() is None


def test_two_chairs_that_work_on_different_things_are_joined(
    qtbot: QtBot, autosave: Autosave, records: Records, tasks: Tasks, started: NeedlingSession
) -> None:
    other = Autosave(tasks, started, History())
    with qtbot.waitSignal(autosave.saved):
        autosave.did("pain", replace(autosave.session, pain=4))
    with qtbot.waitSignal(other.saved):
        other.did("why", replace(other.session, why="Client asked"))

    kept = _kept(records, started.id)
    assert (kept.pain, kept.why) == (4, "Client asked")
    assert other.session == kept
    other.deleteLater()


def test_a_second_chair_is_told_and_overwrites_nothing(
    qtbot: QtBot, autosave: Autosave, records: Records, tasks: Tasks, started: NeedlingSession
) -> None:
    failures: list[NeedleLogError] = []
    other = Autosave(tasks, started, History())
    other.failed.connect(failures.append)
    with qtbot.waitSignal(autosave.saved):
        autosave.did("pain", replace(autosave.session, pain=4))
    other.did("pain", replace(other.session, pain=7))
    qtbot.waitUntil(lambda: bool(failures))
    before = other.session.pain
    with qtbot.waitSignal(other.saved):
        other.take_theirs()

    assert isinstance(failures[0], RecordChanged)
    assert _kept(records, started.id).pain == 4
    assert (before, other.session.pain) == (7, 4)
    assert other.is_saved
    other.deleteLater()


def test_a_session_signed_elsewhere_lets_go_of_what_came_too_late(
    qtbot: QtBot, autosave: Autosave, records: Records, you: Practitioner
) -> None:
    failures: list[NeedleLogError] = []
    autosave.failed.connect(failures.append)
    version = autosave.session.version
    records(
        lambda db: sessions.sign(db, autosave.session.id, version, Status.COMPLETED, you.id, NOON)
    )
    _paint(autosave, "face.chin")
    qtbot.waitUntil(lambda: bool(failures))

    assert isinstance(failures[0], RecordSigned)
    assert autosave.session.is_signed
    assert autosave.session.layers == ()
    assert autosave.is_saved


def test_nothing_changes_while_the_signature_is_written(autosave: Autosave) -> None:
    refused: list[bool] = []
    autosave.refused.connect(lambda: refused.append(True))
    held = autosave.hold_still()
    _paint(autosave, "face.chin")
    during = autosave.session
    autosave.not_sealed()
    _paint(autosave, "face.chin")

    assert (during, refused) == (held, [True])
    assert autosave.session.treated_zones == ("face.chin",)


def test_a_bug_in_a_save_costs_no_tap(
    qtbot: QtBot, autosave: Autosave, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[NeedleLogError] = []
    autosave.failed.connect(failures.append)
    with monkeypatch.context() as broken, qtbot.captureExceptions() as raised:
        broken.setattr(sessions, "_claim", _fails)
        _paint(autosave, "face.chin")
        qtbot.waitUntil(lambda: bool(failures) and bool(raised))
    with qtbot.waitSignal(autosave.saved):
        autosave.retry()

    assert isinstance(failures[0], ProgramFailed)
    assert _kept(records, autosave.session.id).treated_zones == ("face.chin",)


def _fails(*_arguments: object) -> None:
    raise ZeroDivisionError
