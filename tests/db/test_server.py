"""Records on a server: found, refused, lost and found again."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import create_engine, text

from needlelog.db import clients, sessions, timeline
from needlelog.db.store import Store
from needlelog.domain.session import NeedlingSession
from needlelog.errors import CannotOpen, NotSaved
from tests.builders import a_client, a_session

pytestmark = pytest.mark.postgresql

WAIT_S = 20


def on(address: str, command: str) -> None:
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(command))
    engine.dispose()


def test_records_are_made_on_a_server_only_when_asked(new_database: str) -> None:
    with pytest.raises(CannotOpen, match="holds no records yet"):
        Store.open(new_database)

    made = Store.open(new_database, create=True)
    with made.transaction() as db:
        assert clients.add(db, a_client()).number == 1
    made.close()


def test_two_chairs_that_start_together_make_the_tables_once(new_database: str) -> None:
    with ThreadPoolExecutor() as pool:
        chairs = list(pool.map(lambda _: Store.open(new_database, create=True), range(2)))

    for number, chair in enumerate(chairs, start=1):
        with chair.transaction() as db:
            assert clients.add(db, a_client()).number == number
        chair.close()


def test_tables_of_another_program_are_left_alone(new_database: str) -> None:
    on(new_database, "CREATE TABLE orders (id integer)")

    with pytest.raises(CannotOpen, match="tables of another program"):
        Store.open(new_database, create=True)


def test_records_of_a_newer_program_are_refused(new_database: str) -> None:
    Store.open(new_database, create=True).close()
    on(new_database, "UPDATE alembic_version SET version_num = '0099'")

    with pytest.raises(CannotOpen, match="newer NeedleLog"):
        Store.open(new_database)


def test_a_user_who_may_not_make_tables_is_told_in_a_sentence(new_database: str) -> None:
    on(new_database, "CREATE ROLE trainee LOGIN")

    with pytest.raises(CannotOpen, match=r"permission denied .*Nothing was changed"):
        Store.open(new_database.replace("needlelog@", "trainee@"), create=True)


def test_a_server_that_is_not_there_is_told_in_a_sentence() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        with pytest.raises(CannotOpen, match=f"server 127.0.0.1:{port} .*refused") as told:
            Store.open(f"postgresql+psycopg://anna:secret@127.0.0.1:{port}/records")

    assert "secret" not in str(told.value)


def test_an_address_that_can_not_be_read_is_told_in_a_sentence() -> None:
    with pytest.raises(CannotOpen, match="can't be read"):
        Store.open("postgresql+psycopg://clinic:port/records")


def test_a_connection_cut_in_the_middle_is_not_saved_and_the_next_one_is(
    server_address: str,
) -> None:
    store = Store.open(server_address)

    def cut_off() -> None:
        with store.transaction() as db:
            clients.add(db, a_client())
            own = db.scalar(text("SELECT pg_backend_pid()"))
            on(server_address, f"SELECT pg_terminate_backend({own}, 3000)")
            clients.add(db, a_client())

    with pytest.raises(NotSaved, match="NOT SAVED: the database server does not answer"):
        cut_off()
    with store.transaction() as db:
        assert clients.add(db, a_client()).number == 1
    store.close()


def test_an_idle_connection_that_was_cut_is_replaced_without_a_word(server_address: str) -> None:
    store = Store.open(server_address)
    with store.reading() as db:
        own = db.scalar(text("SELECT pg_backend_pid()"))
    on(server_address, f"SELECT pg_terminate_backend({own}, 3000)")

    with store.transaction() as db:
        clients.add(db, a_client())
    store.close()


def test_two_chairs_that_start_a_session_for_one_client_get_the_same_one(
    server_address: str,
) -> None:
    chairs = [Store.open(server_address) for _ in range(2)]
    with chairs[0].transaction() as db:
        client = clients.add(db, a_client())
    together = Barrier(2)

    def start(chair: Store) -> NeedlingSession:
        with chair.transaction() as db:
            assert timeline.open_for(db, client.id) is None
            together.wait(WAIT_S)
            return sessions.open_or_start(db, a_session(client))

    with ThreadPoolExecutor() as pool:
        one, other = pool.map(start, chairs)

    assert one == other
    with chairs[0].reading() as db:
        assert timeline.unfinished(db) == (one,)
    for chair in chairs:
        chair.close()


def test_a_client_that_is_held_is_waited_for(server_address: str) -> None:
    holding, waiting = (Store.open(server_address) for _ in range(2))
    with holding.transaction() as db:
        client = clients.add(db, a_client())

    def start() -> NeedlingSession:
        with waiting.transaction() as db:
            return sessions.open_or_start(db, a_session(client))

    with ThreadPoolExecutor() as pool:
        with holding.transaction() as db:
            clients.hold(db, client.id)
            late = pool.submit(start)
            with pytest.raises(TimeoutError):
                late.result(0.2)
            first = sessions.start(db, a_session(client))
        assert late.result(WAIT_S) == first
    holding.close()
    waiting.close()
