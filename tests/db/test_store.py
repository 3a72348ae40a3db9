"""Records are opened with care, kept whole, and closed with a copy beside them."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from needlelog.db import clients, clinic, schema, sqlite
from needlelog.db.store import Store
from needlelog.errors import CannotOpen, NotSaved
from tests.builders import a_clinic
from tests.db.files import add_a_client, count_clients, names_in

KEY = bytes(range(32))

Spoil = Callable[[Path], None]


def test_new_records_are_made_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "clinic" / "records.db"

    store = Store.open(path, create=True)
    made = names_in(path.parent)
    mode = stat.S_IMODE(path.stat().st_mode)
    store.close()

    assert made == {"records.db"}
    assert os.name == "nt" or mode == 0o600


def test_records_that_are_there_are_opened_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    first = Store.open(path, create=True)
    add_a_client(first)
    first.close()

    again = Store.open(path, create=True)
    with again.reading() as db:
        assert len(clients.find(db, "priya")) == 1
    again.close()


def test_every_setting_the_records_rely_on_is_on(file_store: Store) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "mmap_size": 0,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "application_id": sqlite.APPLICATION_ID,
    }
    with file_store.reading() as db:
        found = {name: db.scalar(text(f"PRAGMA {name}")) for name in wanted}

    assert found == wanted


def test_opening_current_records_does_not_load_what_only_migrations_need(
    records_file: Path,
) -> None:
    script = (
        "import sys; from needlelog.db.store import Store; Store.open(sys.argv[1]).close();"
        "print(sorted({'alembic', 'psycopg', 'mako'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, str(records_file)]

    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_library_that_can_damage_files_is_refused() -> None:
    with pytest.raises(CannotOpen, match=r"SQLite 3\.51\.2 .* 3\.51\.3"):
        sqlite.refuse_an_old_library((3, 51, 2))

    sqlite.refuse_an_old_library((3, 51, 3))
    sqlite.refuse_an_old_library()


def test_no_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="no records file"):
        Store.open(tmp_path / "absent.db")

    assert names_in(tmp_path) == set()


def other_program(path: Path) -> None:
    path.unlink()
    with contextlib.closing(driver.connect(path)) as raw:
        raw.execute("CREATE TABLE client (name TEXT)")


def newer(path: Path) -> None:
    with contextlib.closing(driver.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0099'")
        raw.commit()


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG" * 999)


def cut_to(share: float, more: int = 0) -> Spoil:
    def cut(path: Path) -> None:
        os.truncate(path, int(path.stat().st_size * share) + more)

    return cut


DAMAGE: dict[str, tuple[Spoil, str]] = {
    "empty": (cut_to(0), "is empty"),
    "one byte": (cut_to(0, 1), "was not made by NeedleLog"),
    "one page": (cut_to(0, 4096), "is cut off"),
    "half": (cut_to(0.5), "is cut off"),
    "all but the last byte": (cut_to(1, -1), "is cut off"),
    "a picture": (picture, "was not made by NeedleLog"),
    "another program's": (other_program, "was not made by NeedleLog"),
    "a newer program's": (newer, f"newer NeedleLog .*0099.*{schema.NEWEST}"),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_not_ours_is_refused_in_a_sentence_and_left_alone(
    records_file: Path, damage: str, create: bool
) -> None:
    spoil, said = DAMAGE[damage]
    spoil(records_file)
    before, beside = records_file.read_bytes(), names_in(records_file.parent)

    with pytest.raises(CannotOpen, match=said):
        Store.open(records_file, create=create)

    assert records_file.read_bytes() == before
    assert names_in(records_file.parent) == beside


def test_a_file_cut_inside_a_checkpoint_is_completed_from_its_log(
    records_file: Path, tmp_path: Path
) -> None:
    store = Store.open(records_file)
    before = records_file.stat().st_size
    for _ in range(40):
        add_a_client(store)
    crashed = tmp_path / "crashed.db"
    for suffix in ("", "-wal"):
        shutil.copy(f"{records_file}{suffix}", f"{crashed}{suffix}")
    store.close()
    whole = records_file.read_bytes()
    # The first page had reached the disk, the pages it counts had not.
    crashed.write_bytes(whole[:4096] + crashed.read_bytes()[4096:before])

    assert count_clients(crashed) == 40


def test_a_file_taken_away_while_open_is_noticed_at_the_next_save(
    file_store: Store, records_file: Path
) -> None:
    add_a_client(file_store)
    records_file.rename(records_file.with_name("moved.db"))

    with pytest.raises(NotSaved, match="moved, removed or replaced"):
        add_a_client(file_store)

    records_file.with_name("moved.db").rename(records_file)
    add_a_client(file_store)
    file_store.close()
    assert count_clients(records_file) == 2


def test_no_empty_file_takes_the_place_of_one_that_is_gone(
    file_store: Store, records_file: Path
) -> None:
    records_file.unlink()

    with pytest.raises(NotSaved, match="moved, removed or replaced"):
        add_a_client(file_store)

    assert names_in(records_file.parent) == set()


def test_a_file_replaced_while_open_is_noticed_and_not_written(
    file_store: Store, records_file: Path, empty_file: Path
) -> None:
    add_a_client(file_store)
    other = Path(shutil.copy(empty_file, records_file.with_name("other.db")))
    other.replace(records_file)

    with pytest.raises(NotSaved, match="moved, removed or replaced"):
        add_a_client(file_store)
    file_store.close()

    assert records_file.read_bytes() == empty_file.read_bytes()


def test_a_lock_held_by_another_program_is_told_after_a_wait(
    records_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_FOR_A_LOCK_S", 0.05)
    store = Store.open(records_file)
    with contextlib.closing(driver.connect(records_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match=r"NOT SAVED: another program holds the records"):
            add_a_client(store)
        with store.reading() as db:  # looking is still possible
            assert clients.find(db, "priya") == ()
        other.execute("ROLLBACK")

    add_a_client(store)
    store.close()


def test_a_reader_sees_one_moment_while_another_writes(store: Store) -> None:
    with store.reading() as db:
        before = clients.recent(db)
        add_a_client(store)
        after = clients.recent(db)

    assert before == after == ()
    with store.reading() as db:
        assert len(clients.recent(db)) == 1


def test_looking_leaves_no_mark_on_the_connection_that_writes_next(store: Store) -> None:
    for number in (1, 2, 3):
        with store.reading() as db:
            assert len(clients.recent(db)) == number - 1
        add_a_client(store)


def test_new_records_in_a_place_that_can_not_be_written_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    with pytest.raises(CannotOpen, match="New records could not be made"):
        Store.open(tmp_path / "file" / "records.db", create=True)


def test_a_bug_of_ours_is_not_dressed_up_as_a_failure_of_the_world(store: Store) -> None:
    with pytest.raises(Exception, match="nonsense") as caught, store.reading() as db:
        db.execute(text("SELECT nonsense FROM client"))

    assert not isinstance(caught.value, CannotOpen)


def test_records_with_a_key_are_unreadable_without_it(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    store = Store.open(path, KEY, create=True)
    with store.transaction() as db:
        clinic.add(db, a_clinic(name="Canary Clinic"))
    add_a_client(store)
    store.close()
    before, beside = path.read_bytes(), names_in(tmp_path)

    assert beside == {"records.db", "records.backup.db"}
    for found in (path, path.with_name("records.backup.db")):
        assert b"Canary" not in found.read_bytes()
        assert not found.read_bytes().startswith(b"SQLite")
    for wrong in (None, bytes(32)):
        with pytest.raises(CannotOpen):
            Store.open(path, wrong)
    assert (path.read_bytes(), names_in(tmp_path)) == (before, beside)
    assert count_clients(path, KEY) == count_clients(path.with_name("records.backup.db"), KEY) == 1
