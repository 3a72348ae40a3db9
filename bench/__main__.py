"""Measure everything, show the table, keep it in build/bench.json; 1 when a limit is passed.

    ./test bench [--full]

With --full the file of 100,000 clients and 2,000,000 sessions is made, which takes a while and
some GB; where it is there already it is measured anyway.
"""

from __future__ import annotations

import compileall
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

import needlelog
from bench import files, finding, journeys, report, sheet, start, tapping
from bench.figures import Figure, Pair
from needlelog.demo.diary import Size

_KEYSTROKE = "keystroke in search to painted rows"
_OPENED = "open a client with 500 sessions to painted"
_SORTED = "list of clients sorted anew to painted rows"
_REPORT = files.FOLDER.parent / "bench.json"


def main(arguments: Sequence[str]) -> int:
    if set(arguments) - {"--full"}:
        sys.stdout.write(__doc__ or "")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # As the program is when it is installed, also where Python is told to write no bytecode.
    compileall.compile_dir(Path(needlelog.__file__).parent, quiet=1)
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
    console.print("Starting the program, again and again")
    yield from start.measure(large, files.LARGE)
    console.print("Looking for clients and opening them")
    among_fewer = _found(large, files.LARGE)
    yield from _at_their_limits(among_fewer, files.LARGE, keystroke_ms=16)
    if huge is not None:
        among_more = _found(huge, files.HUGE)
        yield from _at_their_limits(among_more, files.HUGE, keystroke_ms=25)
        yield from _grown(among_fewer, among_more)
    console.print("Tapping in the chair")
    yield from tapping.saving(small)
    yield from tapping.reading_saved(small)
    yield from sheet.measure(small)
    console.print("Making every journey of the tour")
    yield from journeys.measure()


def _found(records: Path, size: Size) -> dict[str, Pair]:
    return {
        _KEYSTROKE: finding.keystrokes(records),
        _OPENED: finding.opening(records, files.who_comes_often(size)),
        _SORTED: finding.sorting(records),
    }


def _at_their_limits(found: dict[str, Pair], size: Size, keystroke_ms: float) -> Iterator[Figure]:
    limits = {_KEYSTROKE: keystroke_ms, _OPENED: 60, _SORTED: 100}
    for what, pair in found.items():
        yield pair.at_p95(f"{what}, {size.clients:,} clients (p95)", "ms", limits[what])


def _grown(fewer: dict[str, Pair], more: dict[str, Pair]) -> Iterator[Figure]:
    """Medians: what a busy computer does to one of a hundred is no growth."""
    for what, limit in ((_KEYSTROKE, 3.0), (_OPENED, 1.5), (_SORTED, 1.5)):
        pair = Pair(more[what].ours, fewer[what].ours)
        yield pair.at_ratio(f"{what}, 100,000 beside 10,000 clients", "ms", limit)


def _keep(figures: Sequence[Figure]) -> None:
    _REPORT.write_text(json.dumps(report.as_json(figures), indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
