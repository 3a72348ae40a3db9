"""The blank forms as they would print now, for whoever shows or prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from needlelog.domain.blank_form import BlankForm
from needlelog.domain.clinic import Clinic

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a form."""

    clinic: Clinic
    logo: bytes


def head(db: Session) -> Head:
    from needlelog.db import clinic, letterheads

    here = clinic.get(db)
    if here is None:
        raise LookupError("forms are printed for a named clinic")
    return Head(here, letterheads.get(db).logo)


def images(form: BlankForm, found: Head, dpi: int) -> tuple[QImage, ...]:
    """The pages as they print."""
    from needlelog.ui.printing import page_images

    return page_images(made(form, found)[0], dpi)


def made(form: BlankForm, found: Head) -> tuple[bytes, BlankForm]:
    """The form as a PDF, and which one it is."""
    from needlelog.documents import blank_forms

    return blank_forms.render(form, found.clinic, found.logo), form
