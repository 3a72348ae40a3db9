"""The table of all clients: pages come when they are looked at, and nothing else does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from needlelog.db import bulk, clients
from needlelog.domain.client import Client
from needlelog.domain.client_list import Column, Listing, Shown
from needlelog.domain.clinic import Practitioner
from needlelog.domain.identity import new_id
from needlelog.ui.models.client_rows import PAGE
from needlelog.ui.models.clients import KEPT_PAGES, ClientsModel
from needlelog.ui.tasks import Tasks, Topic
from tests.builders import a_client
from tests.ui.conftest import Records

MANY = 6_000


def people(count: int) -> list[Client]:
    """Of one family, so that their given names are the order of the list."""
    return [
        a_client(family_name="Ode", given_name=f"{nth:06d}", number=nth, id=new_id())
        for nth in range(1, count + 1)
    ]


def kept(db: Session, count: int) -> None:
    bulk.add_clients(db, people(count))


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def model(tasks: Tasks, you: Practitioner, owner: QObject) -> ClientsModel:
    made = ClientsModel(tasks, owner)
    made.show_columns([Column.NAME, Column.NUMBER])
    return made


def shown(qtbot: QtBot, model: ClientsModel, listing: Listing = Listing()) -> int:  # noqa: B008  frozen
    model.show_listing(listing)
    qtbot.waitUntil(lambda: model.count() is not None)
    return model.count() or 0


def said(model: ClientsModel, row: int, column: int = 0) -> str:
    return str(model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole))


def looked_at(qtbot: QtBot, model: ClientsModel, row: int) -> None:
    model.need(row, row)
    qtbot.waitUntil(lambda: model.row(row) is not None)


@contextmanager
def asked() -> Iterator[list[tuple[str, str]]]:
    """Every statement meanwhile, and the thread it was asked on."""
    found: list[tuple[str, str]] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, threading.current_thread().name))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def test_the_end_of_a_long_list_is_reached_without_reading_all_of_it(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=MANY))
    assert shown(qtbot, model) == MANY

    with asked() as statements:
        looked_at(qtbot, model, MANY - 1)

    assert said(model, MANY - 1) == "ODE, 006000"
    pages = [one for one in statements if "client.number IN" in one[0]]
    assert len(pages) <= 2, "the page looked at, and the one fetched ahead at the top"
    assert model.row(MANY // 2) is None


def test_the_records_are_never_asked_on_the_thread_of_the_window(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=PAGE * 4))

    with asked() as statements:
        shown(qtbot, model)
        looked_at(qtbot, model, PAGE * 3)
        for row in range(PAGE * 4):
            said(model, row)

    assert statements
    assert all(thread.startswith("database") for _statement, thread in statements)


def test_a_row_that_is_still_being_read_says_nothing(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=PAGE * 3))
    shown(qtbot, model)

    assert said(model, PAGE * 3 - 1) == ""
    looked_at(qtbot, model, PAGE * 3 - 1)
    assert said(model, PAGE * 3 - 1) == f"ODE, {PAGE * 3:06d}"


def test_the_page_after_the_one_on_the_screen_is_there_already(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=PAGE * 4))
    shown(qtbot, model)
    model.need(PAGE, PAGE + 10)
    qtbot.waitUntil(lambda: model.row(PAGE * 2) is not None)
    assert model.row(PAGE * 3) is None


def test_pages_nobody_looks_at_are_let_go(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=PAGE * (KEPT_PAGES + 10)))
    shown(qtbot, model)
    for place in range(KEPT_PAGES + 5):
        looked_at(qtbot, model, place * PAGE)

    there = [place for place in range(KEPT_PAGES + 10) if model.row(place * PAGE) is not None]
    assert len(there) == KEPT_PAGES
    assert 0 not in there


def test_of_what_is_typed_quickly_the_last_is_shown(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=300))
    with asked() as statements:
        for text in ("0", "00", "000", "0002", "00029"):
            model.show_listing(Listing(text=text))
        qtbot.waitUntil(lambda: model.count() == 11)

    assert said(model, 0) == "ODE, 000029"
    assert model.count() == 11
    assert len([one for one in statements if " LIMIT" in one[0] and "clinic" not in one[0]]) <= 2


def test_what_was_saved_is_shown_and_the_order_follows(
    qtbot: QtBot, model: ClientsModel, records: Records, tasks: Tasks, owner: QObject
) -> None:
    records(partial(kept, count=3))
    shown(qtbot, model)
    first = said(model, 0)

    def renamed(db: Session) -> None:
        (one,) = clients.find(db, "c-0001")
        clients.save(db, replace(one, family_name="Zeta"))

    tasks.write(owner, renamed, Topic.CLIENTS)
    model.refresh()
    qtbot.waitUntil(lambda: said(model, 2) == "ZETA, 000001")
    assert said(model, 0) != first


def test_a_list_can_be_empty(qtbot: QtBot, model: ClientsModel, records: Records) -> None:
    records(partial(kept, count=3))
    assert shown(qtbot, model, Listing(Shown.TRASH)) == 0
    assert model.rowCount() == 0


def test_a_cell_says_its_column_to_a_screen_reader(
    qtbot: QtBot, model: ClientsModel, records: Records
) -> None:
    records(partial(kept, count=1))
    shown(qtbot, model)
    spoken = [
        model.data(model.index(0, place), Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)
    ]
    assert spoken == ["ODE, 000001", "Number: C-0001"]
