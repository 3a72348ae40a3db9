"""The screens in other clothes: other themes, windows, sizes of text, and for the left hand."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from needlelog.tour.application import dress
from needlelog.tour.camera import Camera
from needlelog.tour.failures import TourFailed
from needlelog.tour.stage import SIZE
from needlelog.tour.tour import Tour
from needlelog.ui import display
from needlelog.ui.display import Display

SMALLEST = QSize(1024, 600)
TALL = QSize(1024, 1366)
_OTHER_THEMES = ("dark", "high-contrast")
_PATIENCE_S = 60


class Looks:
    """The same screen each time, as it stands when it is asked for."""

    def __init__(self, app: QApplication, tour: Tour) -> None:
        self._app = app
        self._tour = tour

    def in_other_themes(self, screen: str) -> tuple[str, ...]:
        """What stands there, in each theme but the light one, which every journey shows."""
        names = []
        for theme in _OTHER_THEMES:
            dress(self._app, theme)
            names.append(self._tour.look(f"{screen} {theme}"))
        dress(self._app, "light")
        return tuple(names)

    def in_every_theme(self, screen: str, show: Callable[[], None]) -> tuple[str, ...]:
        """What is opened by `show`, once in each theme."""
        names = []
        for theme in ("light", *_OTHER_THEMES):
            dress(self._app, theme)
            show()
            names.append(self._tour.look(f"{screen} {theme}"))
        dress(self._app, "light")
        return tuple(names)

    def in_small(self, screen: str) -> str:
        """The smallest window there is."""
        return self._resized(SMALLEST, f"{screen} 1024x600")

    def in_other_sizes(self) -> tuple[str, ...]:
        """The smallest window there is, one that is taller than wide, large text, the left hand."""
        names = [self.in_small("chair"), self._resized(TALL, "chair 1024x1366")]
        for shown, words in (
            (Display(text_size="150"), "chair 150 percent text"),
            (Display(hand="left"), "chair left hand"),
        ):
            display.wear(self._app, shown)
            self._tour.stage.until_quiet()
            names.append(self._tour.look(words))
            display.wear(self._app, Display())
            self._tour.stage.until_quiet()
        return tuple(names)

    def _resized(self, size: QSize, words: str) -> str:
        window = self._tour.stage.window
        window.resize(size)
        self._tour.stage.until_quiet()
        name = self._tour.look(words)
        window.resize(SIZE)
        self._tour.stage.until_quiet()
        return name


def at_twice_the_size(records: Path, camera: Camera) -> str:
    """The smallest window at 200 %, by a program of its own: one program has one scale for life."""
    picture = records.with_name("twice.png")
    command = [sys.executable, "-m", "needlelog.tour.twice", str(records), str(picture)]
    environment = dict(os.environ, QT_SCALE_FACTOR="2", QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=_PATIENCE_S, check=False
    )
    if done.returncode:
        raise TourFailed(f"The picture at 200 % could not be taken: {done.stderr.strip()}")
    return camera.keep(QImage(str(picture)), "chair 200 percent")
