"""The logo, and what was typed and not kept yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlelog.db import drafts, letterheads, practitioners
from needlelog.db.store import Store
from needlelog.domain.clinic import Letterhead
from needlelog.domain.draft import Draft
from needlelog.errors import RecordChanged
from tests.builders import NOON, a_practitioner, at

LOGO = b"\x89PNG of a linden"


def test_records_begin_without_a_logo_and_keep_the_newest(store: Store) -> None:
    with store.transaction() as db:
        assert letterheads.get(db).logo == b""
        first = letterheads.save(db, Letterhead(LOGO))
        second = letterheads.save(db, replace(first, logo=b"another"))

    with store.reading() as db:
        assert letterheads.get(db) == second
        assert letterheads.get(db).version == 2


def test_a_second_writer_of_the_logo_is_told(store: Store) -> None:
    with store.transaction() as db:
        first = letterheads.save(db, Letterhead(LOGO))
        letterheads.save(db, replace(first, logo=b"another"))

    with pytest.raises(RecordChanged), store.transaction() as db:
        letterheads.save(db, replace(first, logo=b""))


def test_a_draft_is_one_persons_until_it_is_dropped(store: Store) -> None:
    with store.transaction() as db:
        you = practitioners.add(db, a_practitioner())
        other = practitioners.add(db, a_practitioner(name="Bo Lind"))
        drafts.put(db, Draft("client", you.id, '{"family_name": "Ven"}', NOON))
        drafts.put(db, Draft("client", you.id, '{"family_name": "Venka"}', at(1)))
        drafts.put(db, Draft("client", other.id, "{}", at(2)))

    with store.transaction() as db:
        kept = drafts.get(db, "client", you.id)
        assert kept is not None
        assert (kept.typed, kept.kept_at) == ('{"family_name": "Venka"}', at(1))
        assert drafts.get(db, "client 1", you.id) is None
        drafts.drop(db, "client", you.id)
    with store.reading() as db:
        assert drafts.get(db, "client", you.id) is None
        assert drafts.get(db, "client", other.id) is not None
