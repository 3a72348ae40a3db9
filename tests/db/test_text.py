"""Text a person can type comes back as it was cleaned, from both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needlelog.db import clients, sessions, undo
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.history import Move, MoveKind, Step
from needlelog.domain.session import GradedReaction
from needlelog.domain.text import clean_line, clean_text, fold
from tests.builders import a_client, a_serum, a_session

# One store serves all examples: each adds its own rows.
EXAMPLES = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
TYPED = st.text(st.characters(), max_size=60)
HOSTILE = (
    "'; DROP TABLE client; --",
    "Robert'); DELETE FROM session;--",
    "<img src=/etc/passwd>&amp;<b>",
    "%s %(name)s {} :name ? $1",
    "\\x00\x00NUL",
    "\u202eevil\u202c",
    "Zoe\u0308 \U0001f600 \ufdfa 中文 नमस्ते العربية",
    "\ud800 lone",
    "x" * 10_000,
)


def round_trip(store: Store, line: str, text: str) -> None:
    with store.transaction() as db:
        client = clients.add(db, a_client(family_name=line, notes=text, allergy_names=line))
        session = sessions.start(db, a_session(client, {"chin": 500}, notes=text))
        layer = replace(session.layers[0], reason=line, techniques=(line, line))
        reaction = GradedReaction(kind=line, scale=line, level=1)
        serum = a_serum(name=line, lot=line)
        new = replace(session, why=text, layers=(layer,), serums=(serum,), reactions=(reaction,))
        step = Step(line, difference(session, new))
        sessions.save(db, session.id, 1, [Move(MoveKind.DO, step)])
    with store.reading() as db:
        assert clients.get(db, client.id) == client
        assert sessions.load(db, session.id) == new
        assert undo.history(db, session.id).done == (step,)


@EXAMPLES
@given(line=TYPED, text=TYPED)
def test_typed_text_comes_back_as_it_was_cleaned(store: Store, line: str, text: str) -> None:
    round_trip(store, clean_line(line), clean_text(text))


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(store: Store, typed: str) -> None:
    round_trip(store, clean_line(typed), clean_text(typed))


@EXAMPLES
@given(typed=TYPED)
def test_any_search_is_answered(store: Store, typed: str) -> None:
    name = clean_line(typed)
    with store.transaction() as db:
        client = clients.add(db, a_client(family_name=name))

    with store.reading() as db:
        found = clients.find(db, name, limit=10_000)

    assert client in found or not fold(name)
