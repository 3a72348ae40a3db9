"""Who works here: the practitioner this computer was told, else the first one in the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from needlelog import settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from needlelog.domain.clinic import Practitioner


def practitioner(db: Session) -> Practitioner:
    """The one whose name a new session and a changed rule carry."""
    from needlelog.db import practitioners

    return among(practitioners.everyone(db))


def among(people: tuple[Practitioner, ...]) -> Practitioner:
    """The same among people who were read already."""
    chosen = settings.load(settings.settings_file())[0].practitioner
    return next((person for person in people if str(person.id) == chosen), people[0])
