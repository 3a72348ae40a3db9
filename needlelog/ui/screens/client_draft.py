"""What is typed about a client, and the client it makes once nothing is wrong with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from needlelog.domain import dates
from needlelog.domain.client import Allergies, Client
from needlelog.domain.text import clean_line, clean_text, digits
from needlelog.errors import BadValue
from needlelog.i18n import _
from needlelog.ui.screens.lengths import LONGEST_LINE, LONGEST_NAME, LONGEST_NOTES, too_long

_NAMES = ("family_name", "given_name", "known_as")
_LINES = ("phone", "email", "address", "emergency_contact", "doctor", "age_proof_seen_by")


@dataclass(frozen=True, slots=True)
class ClientDraft:
    """Everything as it stands in the fields, right or wrong."""

    family_name: str = ""
    given_name: str = ""
    born_on: str = ""
    birth_date_not_known: bool = False
    known_as: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    contact_by: str = ""
    emergency_contact: str = ""
    doctor: str = ""
    language: str = "en"
    interpreter_needed: bool = False
    age_proof_seen_by: str = ""
    phototype: int | None = None
    has_melasma: bool | None = None
    allergies: Allergies = Allergies.NOT_RECORDED
    allergy_names: str = ""
    notes: str = ""


def draft_of(client: Client) -> ClientDraft:
    """The fields as they stand when a client is edited."""
    return ClientDraft(
        family_name=client.family_name,
        given_name=client.given_name,
        born_on=dates.short(client.born_on) if client.born_on else "",
        birth_date_not_known=client.born_on is None,
        known_as=client.known_as,
        phone=client.phone,
        email=client.email,
        address=client.address,
        contact_by=client.contact_by,
        emergency_contact=client.emergency_contact,
        doctor=client.doctor,
        language=client.language,
        interpreter_needed=client.interpreter_needed,
        age_proof_seen_by=client.age_proof_seen_by,
        phototype=client.phototype,
        has_melasma=client.has_melasma,
        allergies=client.allergies,
        allergy_names=client.allergy_names,
        notes=client.notes,
    )


def typed_text(draft: ClientDraft, start: ClientDraft) -> str:
    """What differs from `start`, as it is kept; '' where nothing does."""
    changed = {
        name: getattr(draft, name)
        for name in ClientDraft.__slots__
        if getattr(draft, name) != getattr(start, name)
    }
    return json.dumps(changed, ensure_ascii=False) if changed else ""


def with_typed(start: ClientDraft, typed: str) -> ClientDraft:
    """The fields with what was typed before; what another version kept otherwise is left out."""
    kept = json.loads(typed)
    known: dict[str, Any] = {}
    for name, value in kept.items():
        if name == "allergies":
            known[name] = Allergies(value)
        elif name in ClientDraft.__slots__:
            known[name] = value
    return replace(start, **known)


def problems(draft: ClientDraft, today: date) -> dict[str, str]:
    """Field to the sentence under it; empty when the client can be kept."""
    found = {
        **_missing(draft),
        **_birth_date(draft, today),
        **_unlikely(draft),
        **_too_long(draft),
    }
    return {name: found[name] for name in ClientDraft.__slots__ if name in found}


def client_of(draft: ClientDraft, before: Client | None, today: date) -> Client:
    """The client to keep; call it only for a draft without problems."""
    lines: dict[str, Any] = {name: clean_line(getattr(draft, name)) for name in (*_NAMES, *_LINES)}
    known = draft.allergies is Allergies.KNOWN
    return replace(
        before or Client(family_name="", given_name="", born_on=None),
        **lines,
        born_on=_born_on(draft, today),
        contact_by=draft.contact_by,
        language=draft.language,
        interpreter_needed=draft.interpreter_needed,
        phototype=draft.phototype,
        has_melasma=draft.has_melasma,
        allergies=draft.allergies,
        allergy_names=clean_line(draft.allergy_names) if known else "",
        notes=clean_text(draft.notes),
    )


def _born_on(draft: ClientDraft, today: date) -> date | None:
    return None if draft.birth_date_not_known else dates.parse_birth_date(draft.born_on, today)


def _missing(draft: ClientDraft) -> dict[str, str]:
    found = {}
    if not clean_line(draft.family_name):
        found["family_name"] = _("Type the family name.")
    if not clean_line(draft.given_name):
        found["given_name"] = _("Type the given name.")
    if draft.allergies is Allergies.KNOWN and not clean_line(draft.allergy_names):
        found["allergy_names"] = _("Name the allergies, or choose another answer above.")
    return found


def _birth_date(draft: ClientDraft, today: date) -> dict[str, str]:
    if draft.birth_date_not_known:
        return {}
    if not draft.born_on.strip():
        return {"born_on": _("Type the birth date, such as 14.7.1975, or tick ‘not known’.")}
    try:
        dates.parse_birth_date(draft.born_on, today)
    except BadValue as wrong:
        return {"born_on": str(wrong)}
    return {}


def _unlikely(draft: ClientDraft) -> dict[str, str]:
    found = {}
    if draft.phone.strip() and not digits(draft.phone):
        found["phone"] = _("A phone number has digits. Type it as +44 20 7946 0018.")
    if draft.email.strip() and "@" not in draft.email:
        found["email"] = _("An e-mail address has an @ in it. Type it as name@example.org.")
    return found


def _too_long(draft: ClientDraft) -> dict[str, str]:
    limits = {
        **dict.fromkeys(_NAMES, LONGEST_NAME),
        **dict.fromkeys((*_LINES, "allergy_names"), LONGEST_LINE),
        "notes": LONGEST_NOTES,
    }
    sentences = {name: too_long(getattr(draft, name), limit) for name, limit in limits.items()}
    return {name: sentence for name, sentence in sentences.items() if sentence}
