"""Clients: kept, told apart, found by any part."""

from __future__ import annotations

from datetime import date

import pytest

from needlelog.db import clients, sessions
from needlelog.db.store import Store
from needlelog.domain.client import Allergies, Client
from needlelog.domain.identity import new_id
from needlelog.errors import RecordChanged
from tests.builders import a_client, a_session, at


def added(store: Store, *new: Client) -> list[Client]:
    with store.transaction() as db:
        return [clients.add(db, client) for client in new]


def found(store: Store, text: str, limit: int = 20) -> list[str]:
    with store.reading() as db:
        return [client.given_name for client in clients.find(db, text, limit)]


def test_a_client_comes_back_as_entered_under_the_next_number(store: Store) -> None:
    client = a_client(
        phototype=4,
        has_melasma=True,
        allergies=Allergies.KNOWN,
        allergy_names="lidocaine",
        interpreter_needed=True,
    )
    first, second = added(store, client, a_client(born_on=None))

    with store.reading() as db:
        again = clients.get(db, first.id)
        unknown = clients.get(db, second.id)

    assert again == first
    assert unknown.born_on is None
    assert [first.code, second.code] == ["C-0001", "C-0002"]
    assert again.allergies is Allergies.KNOWN


def test_a_number_of_an_action_that_failed_is_given_again(store: Store) -> None:
    def add_and_fail() -> None:
        with store.transaction() as db:
            clients.add(db, a_client())
            raise LookupError

    with pytest.raises(LookupError):
        add_and_fail()

    assert added(store, a_client())[0].number == 1


def test_a_second_chair_does_not_overwrite_a_client(store: Store) -> None:
    (client,) = added(store, a_client())
    with store.transaction() as db:
        first = clients.save(db, a_client(id=client.id, number=1, version=1, notes="first"))

    with pytest.raises(RecordChanged), store.transaction() as db:
        clients.save(db, a_client(id=client.id, number=1, version=1, notes="second"))

    with store.reading() as db:
        assert clients.get(db, client.id) == first
    assert first.version == 2


def test_a_client_that_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with pytest.raises(RecordChanged, match="no record"), store.reading() as db:
        clients.get(db, new_id())


@pytest.mark.parametrize(
    "typed",
    [
        "zoe",
        "ZOË",
        "zoe\u0308",
        "oe",
        "lukas",
        "łukasiewicz",
        "zoe luk",
        "luk zoe",
        "muller",
        "müller",
        "bess",
        "7946 0018",
        "020 7946",
        "020-7946",
        "+44 (20) 7946",
        "79460018",
        "29.02.1996",
        "29/2/1996",
        "1996-02-29",
        "29-feb-1996",
        "29.2.96",
        "29021996",
        "29 feb 1996",
        "C-0002",
    ],
)
def test_a_client_is_found_by_any_part(store: Store, typed: str) -> None:
    added(
        store,
        a_client(family_name="Ørsted", given_name="Åse", phone="", born_on=date(1960, 1, 1)),
        a_client(
            family_name="Łukasiewicz-Müller",
            given_name="Zoë",
            known_as="Bess",
            born_on=date(1996, 2, 29),
        ),
        a_client(family_name="Đặng", given_name="Thảo", phone="0151", born_on=None),
    )

    assert found(store, typed) == ["Zoë"]


@pytest.mark.parametrize(
    ("typed", "given_name"),
    [("orsted", "Åse"), ("dang", "Thảo"), ("gross", "Uwe"), ("aes", "Æsa")],
)
def test_letters_that_only_look_accented_are_found_too(
    store: Store, typed: str, given_name: str
) -> None:
    added(
        store,
        a_client(family_name="Ørsted", given_name="Åse"),
        a_client(family_name="Đặng", given_name="Thảo"),
        a_client(family_name="Groß", given_name="Uwe"),
        a_client(family_name="Lind", given_name="Æsa"),
    )

    assert found(store, typed) == [given_name]


@pytest.mark.parametrize(
    "typed", ["", "  ", "nobody", "%", "_", '"', "' OR 1=1 --", "a*", "zoe\\", "¨"]
)
def test_nothing_is_found_that_is_not_there(store: Store, typed: str) -> None:
    added(store, a_client())

    assert found(store, typed) == []


def test_names_that_begin_as_typed_come_first(store: Store) -> None:
    added(
        store,
        a_client(family_name="Zamarin", given_name="third"),
        a_client(family_name="Weiss", given_name="Marina"),
        a_client(family_name="Marin", given_name="first"),
    )

    assert found(store, "marin") == ["first", "Marina", "third"]
    assert found(store, "ma") == ["first", "Marina", "third"]
    assert found(store, "marin", limit=1) == ["first"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("grosman", ["Anna"]),
        ("Grossmnan", ["Anna"]),
        ("grozsmann", ["Anna"]),
        ("anna grosman", ["Anna"]),
        ("ben grosman", []),
        ("katarsyna", ["Katarzyna"]),
        ("gr", []),
        ("grxxman", []),
        ("55512", []),
    ],
)
def test_who_is_one_letter_off_is_near(store: Store, typed: str, expected: list[str]) -> None:
    added(
        store,
        a_client(family_name="Großmann", given_name="Anna"),
        a_client(family_name="Wójcik", given_name="Katarzyna"),
    )
    with store.reading() as db:
        assert [one.given_name for one in clients.near(db, typed)] == expected


def test_a_corrected_name_is_found_and_the_old_one_no_longer(store: Store) -> None:
    (client,) = added(store, a_client(family_name="Smyth"))
    with store.transaction() as db:
        clients.save(db, a_client(id=client.id, number=1, version=1, family_name="Novak"))

    assert found(store, "novak") == ["Priya"]
    assert found(store, "smyth") == []


def test_clients_of_one_name_are_shown_whatever_the_accents(store: Store) -> None:
    same = [a_client(given_name="Zoë"), a_client(given_name="zoe"), a_client(given_name="Zo")]
    first, second, _ = added(store, *same)

    with store.reading() as db:
        assert clients.same_name(db, "VENKATARAMAN", "Zoe") == (first, second)


def test_who_was_here_last_comes_first(store: Store) -> None:
    first, second, third = added(store, a_client(), a_client(), a_client())
    for minute, client in enumerate((second, first)):
        with store.transaction() as db:
            sessions.start(db, a_session(client, happened_at=at(minute)))

    with store.reading() as db:
        assert clients.recent(db) == (first, second, third)
        assert clients.recent(db, limit=1) == (first,)


def test_clients_come_in_the_order_they_are_asked_for_and_are_counted(store: Store) -> None:
    with store.transaction() as db:
        first, second, third = (clients.add(db, a_client(id=new_id())) for _number in range(3))
    with store.reading() as db:
        assert clients.these(db, (third.id, new_id(), first.id)) == (third, first)
        assert clients.these(db, ()) == ()
        assert clients.count(db) == 3
    assert second.number == 2
