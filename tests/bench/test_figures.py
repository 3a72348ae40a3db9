"""What the bench says of a figure: over is over, and stands in the report."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from bench import report
from bench.figures import Figure, Pair, p95


@pytest.mark.parametrize(
    ("figure", "over"),
    [
        (Figure("a", 3.1, 2.0, "ms", 1.5, "ratio"), True),
        (Figure("a", 2.9, 2.0, "ms", 1.5, "ratio"), False),
        (Figure("a", 17.0, 1.0, "ms", 16, "ours"), True),
        (Figure("a", 15.0, 1.0, "ms", 16, "ours"), False),
        (Figure("a", 60.0, None, "ms", 50, "ours"), True),
    ],
)
def test_over_the_limit_is_said_on_screen_and_in_the_file(figure: Figure, over: bool) -> None:
    shown = Console(file=StringIO(), width=120)
    shown.print(report.table([figure]))
    assert isinstance(shown.file, StringIO)

    assert figure.is_over is over
    assert ("over" in shown.file.getvalue()) is over
    assert report.as_json([figure])["rows"][0]["over"] is over


def test_a_row_has_what_whoever_compares_needs() -> None:
    (row,) = report.as_json([Figure("search", 8.0, 2.0, "ms", 16, "ours")])["rows"]
    assert {key: row[key] for key in ("name", "ours", "floor", "ratio", "unit")} == {
        "name": "search",
        "ours": 8.0,
        "floor": 2.0,
        "ratio": 4.0,
        "unit": "ms",
    }
    assert (row["limit"], row["limit_on"]) == (16, "ours")


def test_one_slow_run_does_not_move_a_median() -> None:
    pair = Pair([3.0, 3.0, 90.0], [2.0, 2.0, 2.0])
    assert pair.at_ratio("a", "ms", 2).ratio == 1.5


def test_95_of_100_stay_below_the_95th_percentile() -> None:
    assert p95([float(value) for value in range(101)]) == 95
