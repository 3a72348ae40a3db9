"""What was done in one session, kept as a protocol for the next ones."""

from __future__ import annotations

from collections.abc import Container
from itertools import count
from typing import TYPE_CHECKING

from needlelog import catalogue
from needlelog.domain.protocol import Protocol, made_from
from needlelog.domain.session import NeedlingSession
from needlelog.i18n import _
from needlelog.ui.screens import session_words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def can_be_protocol(session: NeedlingSession) -> bool:
    return session.is_signed and bool(session.done_layers)


def kept(db: Session, session: NeedlingSession) -> Protocol:
    """The new protocol, by a name that no other has."""
    from needlelog.db import protocols

    taken = {one.name for one in protocols.everything(db)}
    name = free_name(_named(session), taken)
    return protocols.add(db, made_from(session, name, catalogue.zones()))


def free_name(wanted: str, taken: Container[str]) -> str:
    """'Acne scars', or 'Acne scars 2' where there is one already."""
    numbered = (f"{wanted} {n}" for n in count(2))
    return wanted if wanted not in taken else next(n for n in numbered if n not in taken)


def _named(session: NeedlingSession) -> str:
    """By the reason for treatment, else by what was done."""
    reason = catalogue.indications().get(session.indication)
    return _(reason.label) if reason else session_words.depths(session)
