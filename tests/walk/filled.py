"""The records a walk finds: clients with long and Arabic names, each with a session open."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from needlelog.db import clients, devices, prices, products, protocols, sessions
from needlelog.domain.clinic import Practitioner
from needlelog.domain.painting import Brush, painted
from needlelog.domain.session import AlsoDone, NeedlingSession, Spot, Status
from tests.builders import (
    NOON,
    a_client,
    a_device,
    a_price,
    a_product,
    a_protocol,
    a_serum,
    a_session,
    a_tip,
    at,
)

LONG = (
    "Wolfeschlegelsteinhausenbergerd",
    "Maximilianalexanderchristopher Bartholomaeusnepomukferdinand",
)
ARABIC = ("عبدالرحمن الشريف", "فاطمة الزهراء")
SHORT = ("Venkataraman", "Priya")
FACE = (
    "face.forehead",
    "face.cheek_l",
    "face.cheek_r",
    "face.chin",
    "face.nose",
    "face.temple_l",
    "face.temple_r",
)


def treated(db: Session, you: Practitioner, name: tuple[str, str]) -> dict[str, UUID]:
    """Three clients with a signed session each, and one open in a way of its own; a full shelf."""
    found = _shelf(db)
    for number, kind in enumerate(("open", "new", "carried")):
        family, given = name if kind != "carried" else ARABIC
        client = clients.add(db, a_client(number=0, family_name=family, given_name=given))
        month_ago = at(-30 * 24 * 60 - number)
        before = a_session(client, treated_by_id=you.id, happened_at=month_ago, tips=(a_tip(),))
        before = painted(before, FACE[:3], Brush(1250, 3, ("vertical",), a_serum()), month_ago)
        kept = sessions.start(db, before)
        sessions.sign(db, kept.id, 1, Status.COMPLETED, you.id, NOON)
        today = a_session(client, treated_by_id=you.id, tips=(a_tip(),))
        found[kind] = sessions.start(db, _worked(today, kind)).id
        found[f"{kind} client"] = client.id
    return found


def _shelf(db: Session) -> dict[str, UUID]:
    """One of everything the clinic keeps a list of."""
    zones = dict.fromkeys(FACE, 750)
    return {
        "products": products.add(db, a_product()).id,
        "devices": devices.add(db, a_device()).id,
        "protocols": protocols.add(db, a_protocol(zones)).id,
        "prices": prices.add(db, a_price()).id,
    }


def _worked(session: NeedlingSession, kind: str) -> NeedlingSession:
    if kind != "open":
        return session
    brush = Brush(1750, 3, ("vertical", "diagonal"), a_serum())
    worked = painted(session, FACE, brush, NOON)
    spot = Spot(number=1, map="face_front", x=300, y=500, depth_um=1000, passes=2)
    return replace(worked, spots=(spot,), also_done=(AlsoDone(kind="led"),))
