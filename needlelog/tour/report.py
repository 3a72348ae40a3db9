"""What a tour found: every journey with its taps, its pictures and its files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from needlelog.files import write_whole

REPORT_FILE = "tour.json"
RECORDS_FILE = "tour.db"
"""The records as the tour left them, to be opened with --database."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey as it was made. `ms` leaves the taking of pictures out."""

    name: str
    taps: int
    typed: int
    keys: int
    ms: int
    screens: tuple[str, ...] = ()
    """File names in the folder of the tour."""
    files: tuple[str, ...] = ()
    """Papers the journey made, in the same folder."""


@dataclass(frozen=True, slots=True)
class TourReport:
    version: str
    """Of the program."""
    folder: Path
    journeys: tuple[Journey, ...]
    looks: tuple[str, ...]
    """Pictures of the chair in other sizes and colours, and with other names."""
    gui_gap_ms: int
    """The longest time the window did not answer during the journeys."""

    @property
    def pictures(self) -> tuple[str, ...]:
        """Every picture by its file name."""
        return (*(name for one in self.journeys for name in one.screens), *self.looks)

    def journey(self, name: str) -> Journey:
        """KeyError for one that was not made."""
        return {journey.name: journey for journey in self.journeys}[name]

    def write(self) -> Path:
        """Keep it as tour.json beside the pictures."""
        told = {
            "version": self.version,
            "gui_gap_ms": self.gui_gap_ms,
            "journeys": [asdict(journey) for journey in self.journeys],
            "looks": self.looks,
        }
        target = self.folder / REPORT_FILE
        write_whole(target, (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode())
        return target


def table(journeys: Iterable[Journey]) -> str:
    """The journeys in lines for a terminal."""
    head = f"{'journey':<16}{'taps':>6}{'typed':>7}{'keys':>6}{'ms':>8}  screens"
    lines = [
        f"{one.name:<16}{one.taps:>6}{one.typed:>7}{one.keys:>6}{one.ms:>8}  {len(one.screens)}"
        for one in journeys
    ]
    return "\n".join((head, *lines))
