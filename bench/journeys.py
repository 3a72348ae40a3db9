"""The longest time the window leaves a person waiting, in all the journeys of the tour."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure


def measure() -> Iterator[Figure]:
    """In a program of its own: what was measured before leaves nothing in its way."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "needlelog", "tour", "--out", folder]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        told = json.loads((Path(folder) / "tour.json").read_text(encoding="utf-8"))
    longest = float(told["gui_gap_ms"])
    yield Figure("GUI thread blocked in any journey", longest, None, "ms", 100, "ours")
