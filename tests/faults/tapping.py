"""A chair without a window: taps through a session until it is killed.

Run as a program it waits for paths of records files on its input, and for each starts a child
that opens the file, finds the open session and taps on. The child says the version of each tap
after its commit, so that whoever kills it knows what was promised.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from needlelog.db import sessions, timeline, undo
from needlelog.db.store import Store
from needlelog.domain.change import difference
from needlelog.domain.history import History, Move, MoveKind, Step, moved
from needlelog.domain.session import ChairStep, Confirmation, Layer, NeedlingSession, SerumUse

FACE = ("forehead", "nose", "cheek_l", "cheek_r", "chin", "temple_l", "temple_r")
STEPS = tuple(ChairStep)


@dataclass(frozen=True, slots=True)
class Chair:
    """A session in the chair and what can be undone in it."""

    session: NeedlingSession
    history: History


def tapped(chair: Chair, number: int) -> tuple[Chair, Move]:
    """The chair after its tap of this number: always the same tap, whoever makes it."""
    place = (number - 1) % 6
    if place == 5:
        undone = chair.history.undo()
        assert undone is not None
        history, move = undone
        return Chair(moved(chair.session, move), history), move
    new = _TAPS[place](chair.session, number)
    step = Step(f"tap {number}", difference(chair.session, new), id=_id(number, 99))
    move = Move(MoveKind.DO, step)
    return Chair(moved(chair.session, move), chair.history.did(step)), move


def _paint_face(session: NeedlingSession, number: int) -> NeedlingSession:
    layers = tuple(
        Layer(
            zone=zone,
            depth_um=250 + 250 * (number % 9),
            passes=2,
            position=number * 10 + place,
            confirmation=Confirmation.PAINTED,
            id=_id(number, place),
        )
        for place, zone in enumerate(FACE)
    )
    return replace(session, layers=(*session.layers[-2 * len(FACE) :], *layers))


def _one_more_pass(session: NeedlingSession, number: int) -> NeedlingSession:
    layers = session.layers
    last = layers[-1]
    return replace(session, layers=(*layers[:-1], replace(last, passes=last.passes + 1)))


def _pour_serum(session: NeedlingSession, number: int) -> NeedlingSession:
    serum = SerumUse(product="hyaluronic_acid", lot=f"HA-{number}", id=_id(number, 50))
    layers = tuple(replace(layer, serum_id=serum.id) for layer in session.layers[-7:])
    serums = (*session.serums, serum)
    return replace(session, layers=(*session.layers[:-7], *layers), serums=serums)


def _note(session: NeedlingSession, number: int) -> NeedlingSession:
    return replace(session, notes=f"{session.notes[-200:]} {number}")


def _go_on(session: NeedlingSession, number: int) -> NeedlingSession:
    return replace(session, step=STEPS[number // 6 % len(STEPS)], pain=number % 11)


_TAPS: tuple[Callable[[NeedlingSession, int], NeedlingSession], ...] = (
    _paint_face,
    _one_more_pass,
    _pour_serum,
    _note,
    _go_on,
)


def _id(number: int, place: int) -> UUID:
    return UUID(int=number * 100 + place)


def tap_on(path: Path) -> None:
    """Go on with the open session where it stands; the tap number is the version."""
    store = Store.open(path)
    chair = found(store)
    session, version = chair.session, chair.session.version
    while True:
        chair, move = tapped(chair, version)
        with store.transaction() as db:
            version = sessions.save(db, session.id, version, [move]).version
        say(str(version))


def found(store: Store) -> Chair:
    """The open session as it was left."""
    with store.reading() as db:
        session = timeline.unfinished(db)[0]
        return Chair(session, undo.history(db, session.id))


def say(word: str) -> None:
    os.write(1, f"{word}\n".encode())


def main() -> None:
    for number, line in enumerate(sys.stdin):
        if number == 0:
            _warm_up(Path(line.strip()))
        child = os.fork()
        if child == 0:
            tap_on(Path(line.strip()))
        say(f"child {child}")
        os.waitpid(child, 0)
        say("killed")


def _warm_up(path: Path) -> None:
    # Statements compiled here needn't be compiled in every child.
    store = Store.open(path)
    found(store)
    store.close()


if __name__ == "__main__":
    main()
