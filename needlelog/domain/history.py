"""Undo and redo of every tap in a session, the newest fifty."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from needlelog.domain.change import Change, applied, inverted
from needlelog.domain.identity import new_id
from needlelog.domain.session import NeedlingSession

KEPT_STEPS = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did, and the rows it changed."""

    what: str
    """A code that names it for the undo button, e.g. 'paint'."""
    change: Change
    id: UUID = field(default_factory=new_id)


class MoveKind(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    GO = "go"
    """Kept, but nothing anybody would want to undo: the step the session reopens on."""


@dataclass(frozen=True, slots=True)
class Move:
    """What the database is told: a step done, taken back, or done again."""

    kind: MoveKind
    step: Step
    id: UUID = field(default_factory=new_id, compare=False)
    """Made anew with each move, so that a save that is repeated is known again."""

    @property
    def change(self) -> Change:
        """The rows to write for this move."""
        return inverted(self.step.change) if self.kind is MoveKind.UNDO else self.step.change


@dataclass(frozen=True, slots=True)
class History:
    """Steps that can be taken back, oldest first, and steps that can be done again."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def did(self, step: Step) -> History:
        """A new step; what was undone before it can't be redone any more."""
        return History((*self.done, step)[-KEPT_STEPS:])

    def undo(self) -> tuple[History, Move] | None:
        if not self.done:
            return None
        step = self.done[-1]
        return replace(self, done=self.done[:-1], undone=(*self.undone, step)), Move(
            MoveKind.UNDO, step
        )

    def redo(self) -> tuple[History, Move] | None:
        if not self.undone:
            return None
        step = self.undone[-1]
        return History((*self.done, step), self.undone[:-1]), Move(MoveKind.REDO, step)


def moved(session: NeedlingSession, move: Move) -> NeedlingSession:
    """The session after a move."""
    return applied(session, move.change)
