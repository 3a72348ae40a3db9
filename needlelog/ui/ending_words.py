"""When a practitioner's policy or registration ends, in words for screens and labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from needlelog.domain import dates
from needlelog.domain.clinic import PolicyState, Practitioner, policy_state
from needlelog.i18n import _, ngettext


def policy(day: date | None, today: date) -> str:
    """'Policy ends in 12 days, 05-Dec-2026'; '' while there is time."""
    return _ends(_("Policy"), day, today)


def registration(day: date | None, today: date) -> str:
    """'Registration ended 12-Nov-2026'; '' while there is time."""
    return _ends(_("Registration"), day, today)


def of_person(person: Practitioner, today: date) -> str:
    """Whatever of theirs ends soon or is over; '' while there is time."""
    told = (
        policy(person.policy_expires_on, today),
        registration(person.registration_expires_on, today),
    )
    return " · ".join(filter(None, told))


def of_everyone(people: Sequence[Practitioner], today: date) -> tuple[str, ...]:
    """'AV: Policy ends today', one for each who has something to renew."""
    return tuple(_of_everyone(people, today))


def is_over(*days: date | None, today: date) -> bool:
    return any(policy_state(day, today) is PolicyState.OVER for day in days)


def _of_everyone(people: Sequence[Practitioner], today: date) -> Iterator[str]:
    for person in people:
        told = of_person(person, today)
        if told:
            yield f"{person.initials or person.name}: {told}"


def _ends(paper: str, day: date | None, today: date) -> str:
    state = policy_state(day, today)
    if day is None or state in (PolicyState.NOT_NOTED, PolicyState.RUNS):
        return ""
    if state is PolicyState.OVER:
        return _("{paper} ended {day}").format(paper=paper, day=dates.short(day))
    left = (day - today).days
    if not left:
        return _("{paper} ends today").format(paper=paper)
    words = ngettext("{paper} ends in {n} day, {day}", "{paper} ends in {n} days, {day}", left)
    return words.format(paper=paper, n=left, day=dates.short(day))
