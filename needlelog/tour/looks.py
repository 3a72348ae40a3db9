"""Screens in other clothes: dark, in a small window, and the chair at twice the size."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from needlelog.tour.application import dress
from needlelog.tour.camera import Camera
from needlelog.tour.failures import TourFailed
from needlelog.tour.stage import SIZE
from needlelog.tour.tour import Tour

SMALLEST = QSize(1024, 600)
_PATIENCE_S = 60


class Looks:
    """The same screen each time, as it stands when it is asked for."""

    def __init__(self, app: QApplication, tour: Tour) -> None:
        self._app = app
        self._tour = tour

    def in_dark(self, screen: str) -> str:
        dress(self._app, "dark")
        name = self._tour.look(f"{screen} dark")
        dress(self._app, "light")
        return name

    def in_small(self, screen: str) -> str:
        """The smallest window there is."""
        window = self._tour.stage.window
        window.resize(SMALLEST)
        self._tour.stage.until_quiet()
        name = self._tour.look(f"{screen} 1024x600")
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
