"""Measure everything, show the table, keep it in build/bench.json; 1 when a limit is passed.

    ./test bench [--full]

With --full the file of 100,000 clients and 2,000,000 sessions is made, which takes a while and
some GB; where it is there already it is measured anyway.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from bench import files, finding, report, sheet, start, tapping
from bench.figures import Figure

_REPORT = files.FOLDER.parent / "bench.json"


def main(arguments: Sequence[str]) -> int:
    if set(arguments) - {"--full"}:
        sys.stdout.write(__doc__ or "")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    console = Console()
    found: list[Figure] = []
    for figure in _figures("--full" in arguments, console):
        console.print(f"  {figure.name}: {report.number(figure.ours)} {figure.unit}")
        found.append(figure)
    console.print(report.table(found))
    _keep(found)
    over = [figure.name for figure in found if figure.is_over]
    console.print(f"Over the limit: {'; '.join(over)}" if over else "Nothing is over its limit.")
    return 1 if over else 0


def _figures(full: bool, console: Console) -> Iterator[Figure]:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console) as bar:
        small, large = files.of_size(files.SMALL, bar), files.of_size(files.LARGE, bar)
        is_there = files.path_of(files.HUGE).exists()
        huge = files.of_size(files.HUGE, bar) if full or is_there else None
    yield from start.measure(large, files.LARGE)
    yield from finding.keystrokes(large, files.LARGE, limit_ms=16)
    yield from finding.opening(large, files.LARGE, files.who_comes_often(files.LARGE))
    if huge is not None:
        yield from finding.keystrokes(huge, files.HUGE, limit_ms=25)
        yield from finding.opening(huge, files.HUGE, files.who_comes_often(files.HUGE))
    yield from tapping.saving(small)
    yield from tapping.reading_saved(small)
    yield from sheet.measure(small)


def _keep(figures: Sequence[Figure]) -> None:
    _REPORT.write_text(json.dumps(report.as_json(figures), indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
