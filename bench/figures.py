"""A figure with its floor, and how both are measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any, Literal

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    name: str
    ours: float
    floor: float | None
    """The same by the barest means, in the same run; None where there is no such thing."""
    unit: str
    limit: float
    limit_on: Literal["ratio", "ours"]

    @property
    def ratio(self) -> float | None:
        return self.ours / self.floor if self.floor else None

    @property
    def is_over(self) -> bool:
        measured = self.ratio if self.limit_on == "ratio" else self.ours
        return measured is not None and measured > self.limit

    def as_row(self) -> dict[str, Any]:
        row = asdict(self)
        return row | {"ratio": self.ratio, "over": self.is_over}


def milliseconds(work: Work) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


@dataclass(frozen=True, slots=True)
class Pair:
    """Measured values of one thing, ours and the floor's."""

    ours: list[float]
    floor: list[float]

    def at_ratio(self, name: str, unit: str, limit: float) -> Figure:
        """Medians, with the limit on how many times the floor we need."""
        return Figure(name, median(self.ours), median(self.floor), unit, limit, "ratio")

    def at_p95(self, name: str, unit: str, limit: float) -> Figure:
        """What 95 of 100 stay below, with the limit on that; the floor only stands beside it."""
        floor = p95(self.floor) if self.floor else None
        return Figure(name, p95(self.ours), floor, unit, limit, "ours")


def interleaved(ours: Callable[[], float], floor: Callable[[], float], runs: int) -> Pair:
    """Both by turns, so that whatever else the computer does falls on both alike."""
    pair = Pair([], [])
    for _run in range(runs):
        pair.floor.append(floor())
        pair.ours.append(ours())
    return pair


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]
