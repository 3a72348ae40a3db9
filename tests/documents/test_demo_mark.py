"""A paper of the demo says so, and can be read all the same."""

from __future__ import annotations

import pytest

from needlelog.documents.aftercare import render
from tests.documents.pages import a_sheet, image_of, text_of

LONG = {"name": "Clinic " * 20, "address": "Linden Row " * 20}


@pytest.mark.parametrize("clinic", [{}, LONG, {"paper": "Letter"}], ids=["usual", "long", "Letter"])
def test_a_demo_sheet_says_so_above_and_behind_its_text(clinic: dict[str, str]) -> None:
    plain = render(a_sheet(clinic=clinic))
    demo = render(a_sheet(clinic={**clinic, "is_demo": True}))

    assert "an invented client, no record of a treatment" in text_of(demo)
    assert text_of(demo).count("DEMO") >= 2
    assert "DEMO" not in text_of(plain)
    words = set(text_of(plain).split())
    assert words <= set(text_of(demo).split())


def test_what_is_dark_on_a_sheet_is_as_dark_on_its_demo() -> None:
    """The word lies behind the text, never over it."""
    plain = image_of(render(a_sheet()))
    demo = image_of(render(a_sheet(clinic={"is_demo": True})))
    dark = [nth for nth, value in enumerate(plain.tobytes()) if value < 110]
    marked = demo.tobytes()
    assert len(dark) > 1000
    assert all(marked[nth] < 130 for nth in dark)
