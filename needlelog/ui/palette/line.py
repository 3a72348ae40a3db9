"""The rows of the palette as values: what they say and what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from needlelog.domain import fuzzy
from needlelog.domain.client import Client
from needlelog.domain.fuzzy import Phrase
from needlelog.domain.text import fold
from needlelog.i18n import _
from needlelog.ui import words
from needlelog.ui.actions.action import Action, Group
from needlelog.ui.palette.facts import Found


@dataclass(frozen=True, slots=True)
class Line:
    heading: str
    first: str
    second: str = ""
    letters: tuple[int, ...] = ()
    """Places in `first` that were typed."""
    second_letters: tuple[int, ...] = ()
    icon: str = ""
    initials: str = ""
    caps: tuple[str, ...] = ()
    client: Client | None = None
    action: Action | None = None
    """Neither a client nor an action: a new client of the name that was typed."""


@dataclass(frozen=True, slots=True)
class Ready:
    """An action that can be done now, made ready to be looked for."""

    action: Action
    phrase: Phrase
    caps: tuple[str, ...]


def of_clients(found: Found, typed: str = "") -> list[Line]:
    heading = _("Nearly") if found.is_near else _("Clients")
    lines = []
    for client in found.clients:
        facts = _facts(client, found)
        lines.append(
            Line(
                heading,
                client.banner_name,
                facts,
                fuzzy.letters_found(typed, client.banner_name),
                fuzzy.letters_found(typed, facts),
                initials=client.initials,
                client=client,
            )
        )
    return lines


def of_actions(ready: Iterable[Ready], typed: str) -> list[Line]:
    """The actions that fit what was typed: those that do something before those that lead away."""
    wanted = fold(typed)
    hits = [(fuzzy.match(wanted, one.phrase), one) for one in ready]
    found = [(hit, one) for hit, one in hits if hit is not None]
    found.sort(key=_nearest)
    return in_groups([_of_action(one, hit.letters) for hit, one in found])


def of_ready(ready: Iterable[Ready]) -> list[Line]:
    return in_groups([_of_action(one) for one in ready])


def in_groups(lines: Sequence[Line]) -> list[Line]:
    """Lines of one heading together; they keep their order otherwise."""
    headings = [_("Actions"), _("Go to")]
    return sorted(lines, key=lambda line: headings.index(line.heading))


def nobody(typed: str, has_near: bool) -> Line:
    """Nobody has this name: somebody new. It stands below those who have it nearly."""
    heading = _("Nearly") if has_near else _("Clients")
    said = _("Nobody called “{text}”").format(text=typed.strip())
    return Line(heading, said, _("New client"), icon="user-plus")


def _of_action(one: Ready, letters: tuple[int, ...] = ()) -> Line:
    leads = one.action.group in (Group.GO_TO, Group.SETTINGS)
    heading = _("Go to") if leads else _("Actions")
    icon = one.action.icon
    return Line(
        heading, one.action.words, letters=letters, icon=icon, caps=one.caps, action=one.action
    )


def _nearest(found: tuple[fuzzy.Hit, Ready]) -> int:
    return -found[0].score


def _facts(client: Client, found: Found) -> str:
    aside = _("Archived") if client.archived_at else ""
    parts = (words.born_and_code(client, found.today), client.phone, aside)
    return " · ".join(part for part in parts if part)
