"""The figures as a table for people and as rows for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from typing import Any

from rich.table import Table

from bench.figures import Figure


def table(figures: Sequence[Figure]) -> Table:
    made = Table()
    made.add_column("what")
    for name in ("ours", "floor", "ratio", "limit"):
        made.add_column(name, justify="right")
    made.add_column("")
    for figure in figures:
        over = "[bold red]over[/]" if figure.is_over else ""
        made.add_row(figure.name, *_cells(figure), over)
    return made


def as_json(figures: Sequence[Figure]) -> dict[str, Any]:
    """Which computer it was stands beside the rows: figures of two computers don't compare."""
    computer = {
        "system": platform.platform(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()] if os.name == "posix" else [],
    }
    return {"computer": computer, "rows": [figure.as_row() for figure in figures]}


def number(value: float) -> str:
    """Three digits that count."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = f"{figure.ratio:.2f}x" if figure.ratio is not None else "–"
    with_unit = [
        f"{number(value)} {figure.unit}" if value is not None else "–"
        for value in (figure.ours, figure.floor)
    ]
    limit_unit = "x" if figure.limit_on == "ratio" else f" {figure.unit}"
    return (*with_unit, ratio, f"{figure.limit:g}{limit_unit}")
