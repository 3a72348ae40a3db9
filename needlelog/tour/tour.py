"""A tour under way: its hands, its pictures, and what each journey took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from needlelog.tour.application import touch_screen
from needlelog.tour.camera import Camera
from needlelog.tour.count import Count
from needlelog.tour.failures import NotReached, OutOfReach, TourFailed
from needlelog.tour.hands import Finger, Keyboard, Mouse
from needlelog.tour.keys import Keys
from needlelog.tour.pulse import Pulse
from needlelog.tour.report import Journey
from needlelog.tour.stage import Stage


class Tour:
    """Journeys are made of steps; every step waits for its end and leaves a picture."""

    def __init__(self, stage: Stage, camera: Camera, bugs: list[Exception]) -> None:
        self.stage = stage
        self.camera = camera
        self.count = Count()
        self.keys = Keys(self.count)
        self.mouse = Mouse(self.count)
        self.finger = Finger(self.count, touch_screen())
        self.keyboard = Keyboard(self.keys)
        self.pulse = Pulse(stage.window)
        self.journeys: list[Journey] = []
        self.longest_gap_ms = 0.0
        """The window did not answer for so long; the pulse itself goes with the window."""
        self._bugs = bugs
        self._name = ""
        self._screens: list[str] = []
        self._files: list[str] = []
        self._pictures_s = 0.0

    @contextmanager
    def journey(self, name: str) -> Iterator[None]:
        """Count and time what is done inside."""
        self._name, self._screens, self._files = name, [], []
        self._pictures_s = 0.0
        self.count.clear()
        started = perf_counter()
        self.pulse.start()
        try:
            yield
        finally:
            self.pulse.stop()
        self.longest_gap_ms = self.pulse.longest_ms
        ms = round((perf_counter() - started - self._pictures_s) * 1000)
        count = self.count
        self.journeys.append(
            Journey(
                name, count.taps, count.typed, count.keys, ms,
                screens=tuple(self._screens), files=tuple(self._files),
            )
        )  # fmt: skip

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """One step of a journey. Raises TourFailed with its name and a picture of that moment."""
        with self._watched(f"{self._name}: {words}"):
            yield
        self._screens.append(self._shoot(f"{self._name} {words}"))

    @contextmanager
    def way(self, words: str) -> Iterator[None]:
        """What has to be done between two journeys: by hand too, but it is nobody's budget."""
        with self._watched(words):
            yield

    def look(self, words: str) -> str:
        """A picture that belongs to no journey; the file's name."""
        return self._shoot(words)

    def made(self, paper: Path) -> str:
        """Keep a paper that the journey made; the file's name."""
        name = self.camera.name(self._name, "pdf")
        (self.camera.folder / name).write_bytes(paper.read_bytes())
        self._files.append(name)
        return name

    @contextmanager
    def _watched(self, words: str) -> Iterator[None]:
        try:
            yield
            self.stage.until_quiet()
            self._check()
        except Exception as failure:  # noqa: BLE001  it is told, with its cause
            # A bug in a slot comes out of whatever let the event loop run: the hand, or the wait.
            cause = next(iter(self._bugs), failure)
            picture = self.camera.shoot(self.stage.window, f"failed {words}")
            raise TourFailed(
                f"The tour ended at “{words}”: {_why(cause)}. See {self.camera.folder / picture}."
            ) from cause

    def _check(self) -> None:
        if self._bugs:
            raise self._bugs[0]
        complaint = self.stage.complaint()
        if complaint:
            raise NotReached(f"the program says: {complaint}")

    def _shoot(self, words: str) -> str:
        """Off the journey's clock."""
        was_on = self.pulse.is_on
        self.pulse.stop()
        started = perf_counter()
        name = self.camera.shoot(self.stage.window, words)
        self._pictures_s += perf_counter() - started
        if was_on:
            self.pulse.start()
        return name


def _why(failure: Exception) -> str:
    if isinstance(failure, OutOfReach | NotReached):
        return str(failure)
    return f"the program failed with {failure!r}"
