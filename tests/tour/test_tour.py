"""What a tour leaves: pictures of every step, the paper, the records, and its figures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtGui import QImage
from sqlalchemy.orm import Session

from needlelog import __version__, cli
from needlelog.db import clients, handouts, timeline
from needlelog.db.store import Store
from needlelog.domain.session import NeedlingSession, Status
from tests.tour.conftest import Played

pytestmark = pytest.mark.xdist_group("tour")

JOURNEYS = [
    "open_demo",
    "first_start",
    "new_client",
    "first_session",
    "repeat_session",
    "reaction_none",
    "reaction_graded",
    "aftercare_pdf",
    "stop_early",
    "find_client",
]


@contextmanager
def records(played: Played) -> Iterator[Session]:
    """The records as the tour left them."""
    store = Store.open(played.folder / "tour.db")
    with store.reading() as db:
        yield db
    store.close()


def sessions_of(played: Played, name: str) -> list[NeedlingSession]:
    """The sessions of a client, the oldest first."""
    with records(played) as db:
        (client,) = clients.find(db, name)
        return list(reversed(timeline.for_client(db, client.id)))


def changed_zones(before: NeedlingSession, after: NeedlingSession) -> set[str]:
    """The zones that were not worked as deep as the time before."""
    then, now = (
        {layer.zone: layer.depth_um for layer in session.done_layers} for session in (before, after)
    )
    return {zone for zone in then.keys() | now.keys() if then.get(zone) != now.get(zone)}


def text_of(paper: Path) -> str:
    with closing(pypdfium2.PdfDocument(paper)) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def colours(image: QImage) -> int:
    """How many different colours a coarse grid over the picture meets."""
    across = range(0, image.width(), 7)
    down = range(0, image.height(), 7)
    return len({image.pixel(x, y) for x in across for y in down})


def test_the_command_says_how_every_journey_went(played: Played) -> None:
    assert played.code == 0
    assert [name for name in JOURNEYS if name in played.said] == JOURNEYS
    assert str(played.folder) in played.said


def test_the_figures_have_one_entry_for_each_journey(played: Played) -> None:
    entries = played.told["journeys"]
    assert [entry["name"] for entry in entries] == JOURNEYS
    keys = {"name", "taps", "typed", "keys", "ms", "screens", "files"}
    assert all(entry.keys() == keys for entry in entries)
    assert played.told["version"] == __version__
    assert played.told["gui_gap_ms"] > 0


def test_every_picture_is_there_and_none_is_blank(played: Played) -> None:
    assert len(set(played.pictures)) == len(played.pictures)
    blank = [name for name in played.pictures if colours(QImage(str(played.folder / name))) < 50]
    assert not blank


def test_the_pictures_are_numbered_in_order(played: Played) -> None:
    kept = sorted(file.name for file in played.folder.glob("*.png"))
    assert kept == sorted(played.pictures)
    steps = [name for one in played.told["journeys"] for name in one["screens"]]
    assert steps == sorted(steps)


@pytest.mark.parametrize(
    ("look", "size"),
    [
        ("first-start-dark", (1366, 860)),
        ("first-start-1024x600", (1024, 600)),
        ("today-dark", (1366, 860)),
        ("today-1024x600", (1024, 600)),
        ("chair-dark", (1366, 860)),
        ("chair-high-contrast", (1366, 860)),
        ("chair-1024x600", (1024, 600)),
        ("chair-1024x1366", (1024, 1366)),
        ("chair-150-percent-text", (1366, 860)),
        ("chair-left-hand", (1366, 860)),
        ("clients-dark", (1366, 860)),
        ("clients-high-contrast", (1366, 860)),
        ("chair-200-percent", (2048, 1200)),
        ("chair-long-name", (1366, 860)),
        ("chair-arabic-name", (1366, 860)),
    ],
)
def test_screens_are_shown_in_all_their_looks(
    played: Played, look: str, size: tuple[int, int]
) -> None:
    (name,) = (name for name in played.told["looks"] if look in name)
    image = QImage(str(played.folder / name))
    assert (image.width(), image.height()) == size


def test_the_sheet_names_the_client_and_the_hours(played: Played) -> None:
    (name,) = played.journey("aftercare_pdf")["files"]
    with pikepdf.open(played.folder / name) as paper:
        assert len(paper.pages) == 1
    text = text_of(played.folder / name)
    assert "Priya Venkataraman" in text
    assert "Linden Skin Studio" in text
    assert ":00" in text
    assert "again from" in text


def test_the_records_hold_what_was_signed_on_the_way(played: Played) -> None:
    first, repeated, third = sessions_of(played, "Venkataraman")
    assert (first.status, repeated.status) == (Status.COMPLETED, Status.COMPLETED)
    assert first.is_signed
    assert repeated.is_signed
    assert {layer.depth_um for layer in first.done_layers} == {500, 1000, 1500}
    assert all(session.serums for session in (first, repeated))
    assert changed_zones(first, repeated) == {"face.chin"}
    assert [reaction.level for reaction in third.reactions] == [2]
    assert not third.is_signed


def test_a_session_that_was_stopped_says_why(played: Played) -> None:
    (stopped,) = sessions_of(played, "Wolfe")
    assert stopped.status is Status.STOPPED_EARLY
    assert stopped.is_signed
    assert stopped.stop is not None
    assert stopped.stop.reasons == ("faint",)
    assert stopped.stop.measures == ("lay_flat",)


def test_the_sheet_in_the_records_is_the_file_that_was_saved(played: Played) -> None:
    (name,) = played.journey("aftercare_pdf")["files"]
    *_signed, third = sessions_of(played, "Venkataraman")
    with records(played) as db:
        kept = [sheet.pdf for sheet in handouts.for_session(db, third.id)]
    assert kept == [(played.folder / name).read_bytes()]


def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert cli.run(["tour", "--out", str(tmp_path / "file")]) == 1
    assert "Choose another folder" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
