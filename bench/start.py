"""From the start of the process to the first paint, and to the first screen filled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic_ns

from bench.figures import Figure, Pair
from needlelog.demo.diary import Size

_RUNS = 11
_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Moment:
    ms: float
    peak_mb: float


def measure(records: Path, size: Size) -> Iterator[Figure]:
    painted, filled, memory = Pair([], []), Pair([], []), Pair([], [])
    with tempfile.TemporaryDirectory() as home:
        for _run in range(_RUNS):
            (bare,) = _started("bare", home)
            first, last = _started("ours", home, str(records))
            for pair, ours, floor in (
                (painted, first.ms, bare.ms),
                (filled, last.ms, bare.ms),
                (memory, last.peak_mb, bare.peak_mb),
            ):
                pair.ours.append(ours)
                pair.floor.append(floor)
    among = f"{size.clients:,} clients and {size.sessions:,} sessions"
    yield painted.at_ratio("start to first paint", "ms", 1.5)
    yield filled.at_ratio(f"start to first screen filled, {among}", "ms", 4)
    if memory.floor[0]:
        yield memory.at_ratio("peak memory then", "MB", 2.6)


def _started(what: str, home: str, *records: str) -> tuple[Moment, ...]:
    """Everything the new process says, in its order."""
    places = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = dict(os.environ) | dict.fromkeys(places, home)
    command = [sys.executable, "-m", "bench.window_start", what, str(monotonic_ns()), *records]
    ended = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, check=True, timeout=_PATIENCE_S
    )
    return tuple(Moment(**json.loads(line)) for line in ended.stdout.splitlines())
