"""A picture of the chair at whatever scale this program was started with."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from needlelog.domain.session import ChairStep
from needlelog.tour.application import application, touch_screen
from needlelog.tour.count import Count
from needlelog.tour.failures import NotReached, OutOfReach
from needlelog.tour.hands import Finger
from needlelog.tour.keys import Keys
from needlelog.tour.looks import SMALLEST
from needlelog.tour.patience import until
from needlelog.tour.people import PRIYA
from needlelog.tour.reach import saying
from needlelog.tour.stage import Stage
from needlelog.ui.screens.today import Today


def main(records: Path, picture: Path) -> int:
    """Find the client whose session waits, go back into the chair, and look."""
    application()
    stage = Stage(records)
    try:
        stage.window.resize(SMALLEST)
        _into_the_chair(stage)
        image: QImage = stage.window.grab().toImage()
    except (OutOfReach, NotReached) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    finally:
        stage.close()
    return 0 if image.save(str(picture)) else 1


def _into_the_chair(stage: Stage) -> None:
    count = Count()
    keys, hand = Keys(count), Finger(count, touch_screen())
    stage.until_shown(Today)
    keys.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    keys.type(PRIYA.family_name[:4])
    until(partial(_is_found, stage), "the client to be found")
    keys.press(Qt.Key.Key_Return)
    stage.until_client_shown()
    hand.tap(saying(stage.client, "Resume session"))
    stage.until_chair_shown()
    hand.tap(stage.chair.banner.steps.button(ChairStep.TREAT))
    stage.until_quiet()


def _is_found(stage: Stage) -> bool:
    palette = stage.window.desk.palette
    return palette.isVisible() and not palette.is_waiting()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
