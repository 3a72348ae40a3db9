"""The blank forms: what the screen asks, on paper for a day without power."""

from __future__ import annotations

from needlelog.documents.blank_history_form import history_form
from needlelog.documents.blank_treatment_card import treatment_card
from needlelog.domain.blank_form import BlankForm
from needlelog.domain.clinic import Clinic

_FORMS = {BlankForm.CARD: treatment_card, BlankForm.HISTORY: history_form}


def render(form: BlankForm, clinic: Clinic, logo: bytes = b"") -> bytes:
    """A blank form under the clinic's letterhead, as a PDF of two pages."""
    return _FORMS[form](clinic, logo)
