"""Invented people: a clinic, two who treat in it, and as many clients as are wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from needlelog.demo.identity import Ids
from needlelog.demo.names import TONGUES, phone
from needlelog.domain.client import Allergies, Client
from needlelog.domain.clinic import Clinic, Practitioner

_YEARS_OLD = range(19, 68)
_PHOTOTYPES = {"hi": (4, 5), "ar": (3, 5), "th": (3, 4), "vi": (3, 4), "zh": (2, 4)}
_USUAL_PHOTOTYPES = (1, 4)
_ALLERGIES = ("Nickel", "Latex", "Penicillin", "Lidocaine", "Fragrance mix")


def clinic(ids: Ids, opened_at: datetime, time_zone: str) -> Clinic:
    """Its name says on every paper that nobody was treated there."""
    return Clinic(
        name="DEMO · Linden Skin Studio",
        phone="+44 20 7946 0100",
        time_zone=time_zone,
        address="14 Linden Row, London",
        hours="Monday to Saturday, 9:00 to 18:00",
        out_of_hours="+44 20 7946 0199",
        emergency_number="999",
        currency="GBP",
        is_demo=True,
        id=ids.at(opened_at),
    )


def practitioners(ids: Ids, opened_at: datetime) -> tuple[Practitioner, ...]:
    anneke = Practitioner(
        "Anneke de Vries, RN", "AV", "Nurse", registration="18E0042", id=ids.at(opened_at)
    )
    tomasz = Practitioner(
        "Tomasz Zieliński", "TZ", "Skin therapist", registration="T-2207", id=ids.at(opened_at)
    )
    return anneke, tomasz


def client(number: int, first_day: date, time_zone: ZoneInfo, rng: Random, ids: Ids) -> Client:
    """Somebody of age on the day of their first session, entered on that day."""
    tongue = rng.choice(TONGUES)
    came_at = datetime.combine(first_day, time(), time_zone).astimezone(UTC)
    born_on = first_day - timedelta(days=rng.choice(_YEARS_OLD) * 365 + rng.randrange(6, 365))
    needs_interpreter = tongue.code != "en" and rng.random() < 0.2
    invented = Client(
        family_name=rng.choice(tongue.family),
        given_name=rng.choice(tongue.given),
        born_on=born_on,
        number=number,
        phone=phone(rng),
        email=f"client{number}@example.org",
        language=tongue.code,
        interpreter_needed=needs_interpreter,
        phototype=rng.randint(*_PHOTOTYPES.get(tongue.code, _USUAL_PHOTOTYPES)),
        has_melasma=rng.random() < 0.08,
        allergies=Allergies.NONE_KNOWN,
        created_at=came_at,
        id=ids.at(came_at),
        version=1,
    )
    if rng.random() < 0.15:
        return replace(invented, allergies=Allergies.KNOWN, allergy_names=rng.choice(_ALLERGIES))
    return invented
