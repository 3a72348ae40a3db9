"""How long a sheet takes, against ReportLab's own way of setting the same words."""

from __future__ import annotations

from statistics import median

from bench.sheet import rendered
from tests.documents.pages import a_sheet


def test_a_warm_sheet_takes_at_most_half_as_long_again_as_plain_paragraphs() -> None:
    taken = rendered(a_sheet())
    assert median(taken.ours) <= 1.5 * median(taken.floor)
