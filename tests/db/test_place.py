"""Records are held by one program, and a folder is looked at without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from needlelog.db import clinic, files_found
from needlelog.db.files_found import Finding
from needlelog.db.place import Place
from needlelog.db.store import Store
from needlelog.errors import CannotOpen
from tests.builders import a_clinic
from tests.db.files import names_in


def named(file: Path, **values: object) -> None:
    store = Store.open(file)
    with store.transaction() as db:
        clinic.add(db, a_clinic(**values))
    store.close()


def test_a_place_is_vacant_until_its_records_are_made(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "new" / "records.db"))
    assert place.is_vacant()
    place.claim()
    assert place.is_vacant()
    place.open().close()
    assert not place.is_vacant()
    place.release()


def test_only_one_program_claims_a_place_and_the_other_is_told(tmp_path: Path) -> None:
    first, second = (Place(str(tmp_path / "records.db")) for _nth in range(2))
    first.claim()
    first.claim()
    with pytest.raises(CannotOpen, match="open in another window of NeedleLog"):
        second.claim()
    first.release()
    second.claim()
    assert (first.is_held, second.is_held) == (False, True)
    second.release()


def test_a_server_is_never_vacant_and_locked_by_nobody() -> None:
    first, second = (Place("postgresql+psycopg://here/records") for _nth in range(2))
    first.claim()
    second.claim()
    assert not first.is_vacant()
    assert first.file is None


def test_looking_at_a_folder_leaves_no_trace(tmp_path: Path) -> None:
    found = files_found.look(tmp_path / "not yet" / "records.db")
    assert found.finding is Finding.FREE
    assert names_in(tmp_path) == set()


def test_records_with_a_name_are_another_clinics_and_without_one_they_are_free(
    records_file: Path,
) -> None:
    assert files_found.look(records_file).finding is Finding.FREE
    named(records_file, name="Alder Row")
    before = records_file.read_bytes()
    found = files_found.look(records_file)
    assert (found.finding, found.clinic) == (Finding.OTHER_CLINIC, "Alder Row")
    assert records_file.read_bytes() == before


@pytest.mark.parametrize("is_demo", [True, False])
def test_a_demo_is_known_by_what_it_says_of_itself(records_file: Path, is_demo: bool) -> None:
    assert not files_found.is_demo(records_file)
    named(records_file, is_demo=is_demo)
    assert files_found.is_demo(records_file) is is_demo


def test_what_is_no_records_file_is_no_demo(tmp_path: Path) -> None:
    (tmp_path / "needlelog-demo.db").write_bytes(b"\x89PNG" * 999)
    assert not files_found.is_demo(tmp_path / "needlelog-demo.db")
    assert not files_found.is_demo(tmp_path / "absent.db")
