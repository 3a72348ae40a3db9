"""Other records take the place of these in one step, or everything stays as it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from needlelog import settings
from needlelog.db import clients, clinic
from needlelog.db.place import Place
from needlelog.db.sqlite import copy_beside
from needlelog.db.store import Store
from needlelog.errors import NeedleLogError
from needlelog.ui.moving import Moving
from needlelog.ui.tasks import Tasks, Topic
from tests.builders import a_client, a_clinic


def other_records(file: Path) -> Path:
    store = Store.open(file, create=True)
    with store.transaction() as db:
        clinic.add(db, a_clinic(name="Alder Row"))
    store.close()
    return file


def name_of(db: Session) -> str:
    here = clinic.get(db)
    return here.name if here else ""


def asked_name(qtbot: QtBot, tasks: Tasks) -> str:
    heard: list[str] = []
    tasks.read(tasks, name_of, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    return heard[0]


def test_what_was_asked_before_is_still_done_in_the_records_of_then(
    qtbot: QtBot, tasks: Tasks, records_file: Path, tmp_path: Path
) -> None:
    there: list[bool] = []
    place = Place(str(other_records(tmp_path / "other.db")))
    tasks.write(tasks, partial(clients.add, client=a_client()), Topic.CLIENTS)
    tasks.move(tasks, place, there.append, _fail)
    qtbot.waitUntil(lambda: there == [False])
    assert asked_name(qtbot, tasks) == "Alder Row"
    assert copy_beside(records_file).exists()
    store = Store.open(records_file)
    with store.reading() as db:
        assert len(clients.recent(db)) == 1
    store.close()
    tasks.finish()
    place.release()


def test_records_that_cannot_be_opened_leave_those_of_now_open(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    (tmp_path / "other.db").write_bytes(b"\x00" * 5000)
    place = Place(str(tmp_path / "other.db"))
    said: list[NeedleLogError] = []
    tasks.move(tasks, place, _arrive, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert "was not made by NeedleLog" in str(said[0])
    assert not place.is_held
    assert asked_name(qtbot, tasks) == ""


def test_new_records_are_made_with_the_first_thing_that_is_kept(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    place = Place(str(tmp_path / "new.db"))
    there: list[bool] = []
    tasks.move(tasks, place, there.append, _fail)
    qtbot.waitUntil(lambda: there == [True])
    assert place.is_vacant()
    kept: list[object] = []
    tasks.write(tasks, partial(clinic.add, clinic=a_clinic()), Topic.CLINIC, kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert not place.is_vacant()
    tasks.finish()
    place.release()


def test_home_is_where_a_visit_began_else_what_this_computer_keeps(
    qtbot: QtBot, tasks: Tasks, records_file: Path, tmp_path: Path, own_folders: Path
) -> None:
    own = Place(str(records_file))
    parent = QObject()
    moving = Moving(tasks, own, parent)
    with qtbot.waitSignal(moving.moved):
        moving.visit(Place(str(other_records(tmp_path / "demo.db"))))
    with qtbot.waitSignal(moving.moved):
        moving.go_home()
    assert moving.place is own

    kept = other_records(tmp_path / "kept.db")
    settings.change(settings.settings_file(), database=str(kept))
    demo = Place(str(tmp_path / "demo.db"))
    with qtbot.waitSignal(moving.moved):
        moving.go(demo)
    stranger = Moving(tasks, demo, parent)
    with qtbot.waitSignal(stranger.moved) as moved:
        stranger.go_home()
    assert moved.args == [str(kept)]
    tasks.finish()
    stranger.place.release()


def test_a_second_move_is_let_go_while_one_is_under_way(
    qtbot: QtBot, tasks: Tasks, records_file: Path, tmp_path: Path
) -> None:
    parent = QObject()
    moving = Moving(tasks, Place(str(records_file)), parent)
    first, second = (Place(str(other_records(tmp_path / name))) for name in ("a.db", "b.db"))
    with qtbot.waitSignal(moving.moved):
        moving.go(first)
        moving.go(second)
        moving.visit(second)
    with qtbot.waitSignal(moving.moved):
        moving.go(second)
    assert moving.place is second
    with qtbot.waitSignal(moving.moved) as moved:
        moving.go_home()
    assert moved.args == [str(settings.default_database())]
    tasks.finish()
    moving.place.release()


def _fail(error: NeedleLogError) -> None:
    raise AssertionError(str(error))


def _arrive(_is_new: bool) -> None:
    raise AssertionError("records were opened that can't be")
