"""What the first page of new records keeps."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from needlelog.domain.clinic import Clinic, Practitioner

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def named(db: Session, here: Clinic, you: Practitioner) -> tuple[Clinic, Practitioner] | None:
    """Name the clinic and its first practitioner; None where somebody was faster."""
    from needlelog.db import clinic, practitioners

    import_module("needlelog.ui.navigation")  # all screens: loaded beside the one that waits
    if clinic.get(db) is not None:
        return None
    return clinic.add(db, here), practitioners.add(db, you)
