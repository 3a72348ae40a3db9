"""Killed at any moment, the program loses no tap it has acknowledged, and none is half there."""

from __future__ import annotations

import contextlib
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from needlelog.db import clients, sessions, sqlite
from needlelog.db.store import Store
from needlelog.domain.history import History
from tests.builders import a_client, a_session
from tests.faults.tapping import Chair, found, tapped

KILLS = int(os.environ.get("NEEDLELOG_KILLS", "50"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")


@pytest.fixture
def taps() -> Iterator[subprocess.Popen[bytes]]:
    """The chair without a window; it starts a child for each file it is told."""
    program = [sys.executable, "-m", "tests.faults.tapping"]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as started:
        yield started
        assert started.stdin is not None
        started.stdin.close()


def killed_at_a_random_moment(
    taps: subprocess.Popen[bytes], path: Path, chance: random.Random
) -> int:
    """Let a child tap on, kill it, and return the last version it acknowledged, or 0."""
    assert taps.stdin is not None
    assert taps.stdout is not None
    taps.stdin.write(f"{path}\n".encode())
    heard = words(taps.stdout)
    child, acknowledged = 0, 0
    before_the_kill = chance.randrange(12)
    for word in heard:
        if word.startswith("child "):
            child = int(word.removeprefix("child "))
        elif word.isdigit():
            acknowledged = int(word)
            before_the_kill -= 1
        if child and before_the_kill <= 0:
            # A moment anywhere within the next tap, unless an answer comes first.
            select.select([taps.stdout], [], [], chance.uniform(0, 0.004))
            os.kill(child, signal.SIGKILL)
            break
    rest = [int(word) for word in heard if word.isdigit()]
    return max([acknowledged, *rest])


def words(pipe: IO[bytes]) -> Iterator[str]:
    """What the chair says, until its child is dead."""
    while (word := pipe.readline().decode().strip()) != "killed":
        assert word, "the chair died itself"
        yield word


def test_no_acknowledged_tap_is_lost_and_none_is_half_written(
    taps: subprocess.Popen[bytes], records_file: Path
) -> None:
    store = Store.open(records_file)
    with store.transaction() as db:
        session = sessions.start(db, a_session(clients.add(db, a_client())))
    store.close()
    chance = random.Random(20261123)
    expected = [Chair(session, History())]  # by number of taps
    tapped_in_all = 0

    for _ in range(KILLS):
        acknowledged = killed_at_a_random_moment(taps, records_file, chance)

        store = Store.open(records_file)
        chair = found(store)
        store.close()
        version = chair.session.version
        while len(expected) < version:
            expected.append(tapped(expected[-1], len(expected))[0])
        assert version >= max(acknowledged, tapped_in_all)
        assert chair == expected[version - 1]
        tapped_in_all = version

    with contextlib.closing(sqlite.connect(records_file)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert tapped_in_all > KILLS
