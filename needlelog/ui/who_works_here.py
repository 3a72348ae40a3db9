"""Who works at this computer, so that several chairs sign with different names."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from uuid import UUID

from needlelog import settings
from needlelog.domain.clinic import Practitioner
from needlelog.errors import CannotWriteFile

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_log = logging.getLogger(__name__)


def you(db: Session) -> Practitioner:
    """The practitioner this computer keeps in its settings, else the first in the records."""
    from needlelog.db import practitioners

    chosen, _complaint = settings.load(settings.settings_file())
    return practitioners.at_this_computer(db, _id(chosen.practitioner))


def keep(practitioner_id: UUID) -> None:
    """Remember who works here."""
    try:
        settings.change(settings.settings_file(), practitioner=str(practitioner_id))
    except CannotWriteFile:
        _log.info("Who works at this computer was not kept; the first practitioner signs")


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:  # written by hand
        return None
