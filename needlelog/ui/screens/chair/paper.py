"""The aftercare sheet of the chair: drawn, shown, saved, printed, and kept as it was given."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from needlelog import catalogue
from needlelog.domain import aftercare
from needlelog.domain.handout import Handout, HandoutEvent, HandoutEventKind
from needlelog.domain.session import NeedlingSession
from needlelog.ui.screens.chair.facts import ChairFacts

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from sqlalchemy.orm import Session

KIND = "aftercare"
PREVIEW_DPI = 144


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing of the sheet."""

    handout: Handout
    pages: tuple[QImage, ...]
    unprintable: str
    """Characters of the client's or clinic's text that no font has."""


@dataclass(frozen=True, slots=True)
class Given:
    """The newest kept sheet and what happened to it."""

    handout: Handout | None = None
    events: tuple[HandoutEvent, ...] = ()

    def has(self, *kinds: HandoutEventKind) -> bool:
        return any(event.kind in kinds for event in self.events)


def drawn(session: NeedlingSession, facts: ChairFacts, made_at: datetime) -> Drawn:
    """The sheet as it would be given now. Raises NothingNeedled while nothing is done."""
    from needlelog.documents.aftercare import characters_missing
    from needlelog.ui.printing import page_images

    sheet = _sheet(session, facts, made_at)
    handout = _handout(session, sheet, made_at, facts.logo)
    return Drawn(handout, page_images(handout.pdf, PREVIEW_DPI), characters_missing(sheet))


def handout(session: NeedlingSession, facts: ChairFacts, made_at: datetime) -> Handout:
    """The sheet as a file. Raises NothingNeedled while nothing is done."""
    return _handout(session, _sheet(session, facts, made_at), made_at, facts.logo)


def says(session: NeedlingSession, facts: ChairFacts, at: datetime) -> str:
    """What the sheet would say now, as the digest a kept one has. Raises NothingNeedled."""
    return _digest(_sheet(session, facts, at))


def keep(db: Session, handout: Handout, event: HandoutEvent) -> None:
    """Keep a sheet that left the program, and how it did."""
    from needlelog.db import handouts

    handouts.add(db, handout)
    handouts.note(db, event)


def note(db: Session, events: Sequence[HandoutEvent]) -> None:
    from needlelog.db import handouts

    for event in events:
        handouts.note(db, event)


def given(db: Session, session: NeedlingSession) -> Given:
    """The newest sheet of the session with its events."""
    from needlelog.db import handouts

    kept = handouts.for_session(db, session.id)
    if not kept:
        return Given()
    newest = kept[-1]
    events = handouts.events(db, session.id)
    return Given(newest, tuple(event for event in events if event.handout_id == newest.id))


def _sheet(
    session: NeedlingSession, facts: ChairFacts, made_at: datetime
) -> aftercare.AftercareSheet:
    guide, zones = catalogue.aftercare_guide(), catalogue.zones()
    beside = facts.sheet_facts(made_at)
    return aftercare.sheet(session, facts.client, facts.clinic, beside, guide, zones)


def _handout(
    session: NeedlingSession, sheet: aftercare.AftercareSheet, made_at: datetime, logo: bytes
) -> Handout:
    from needlelog.documents.aftercare import render

    pdf = render(sheet, logo)
    return Handout(
        session_id=session.id,
        kind=KIND,
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        language="en",
        rule_versions=json.dumps(dict(sheet.rule_versions), sort_keys=True),
        needling_ended_at=session.needling_ended_at,
        made_at=made_at,
        says=_digest(sheet),
    )


def _digest(sheet: aftercare.AftercareSheet) -> str:
    return hashlib.sha256(aftercare.said(sheet).encode()).hexdigest()
