"""One thing that can be done, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from needlelog.i18n import _

if TYPE_CHECKING:
    from needlelog.ui.desk import Desk


class Group(StrEnum):
    """Where an action stands in menu and help, in this order."""

    GO_TO = "go_to"
    CLIENT = "client"
    SESSION = "session"
    FIND = "find"
    SETTINGS = "settings"
    HELP = "help"


class Place(StrEnum):
    """What fills the window."""

    TODAY = "today"
    CLIENTS = "clients"
    CLIENT = "client"
    FORM = "form"
    CHAIR = "chair"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Action:
    """Words, icon and keys of one action, and the function that does it."""

    code: str
    """Never changes: own keys are kept under it."""
    words: str
    icon: str
    group: Group
    do: Callable[[Desk], object]
    keys: str = ""
    """As it ships, in Qt's portable spelling."""
    places: tuple[Place, ...] = ()
    """Where it can be done; anywhere when empty."""
    why_not: Callable[[Desk], str] | None = None
    """Why it can't be done now, in a few words; '' when it can."""
    is_of_fields_too: bool = False
    """Its keys mean something to a field, too, which has them while somebody types."""

    def reason(self, desk: Desk) -> str:
        """Why it can't be done here and now; '' when it can."""
        if self.places and desk.place not in self.places:
            return _where(self.places)
        return self.why_not(desk) if self.why_not is not None else ""

    def meets(self, other: Action) -> bool:
        """Whether both can be done in one place, so that they need different keys."""
        return not self.places or not other.places or bool({*self.places} & {*other.places})


def group_words(group: Group) -> str:
    return {
        Group.GO_TO: _("Go to"),
        Group.CLIENT: _("Client"),
        Group.SESSION: _("Session"),
        Group.FIND: _("Find"),
        Group.SETTINGS: _("Settings"),
        Group.HELP: _("Help"),
    }[group]


def _where(places: tuple[Place, ...]) -> str:
    if Place.CHAIR in places:
        return _("Open a session first")
    if Place.CLIENT in places:
        return _("Open a client first")
    return _("While a client is entered")
