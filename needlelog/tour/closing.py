"""The journeys at the end of a session: what the skin shows, and the paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from needlelog.tour.patience import until
from needlelog.tour.reach import saying
from needlelog.tour.tour import Tour


def reaction_none(tour: Tour) -> None:
    """From the open step to 'as expected', saved."""
    with tour.journey("reaction_none"), tour.step("as expected"):
        tour.finger.tap(tour.stage.chair.reactions.as_expected)


def reaction_graded(tour: Tour) -> None:
    """From the open step to a graded reaction and nothing else seen, saved."""
    stage, hand = tour.stage, tour.finger
    with tour.journey("reaction_graded"):
        with tour.step("graded"):
            hand.tap(stage.chair.reactions.cards["swelling"].levels.button("2"))
        with tour.step("rest not seen"):
            hand.tap(stage.chair.reactions.rest)


def aftercare_pdf(tour: Tour) -> Path:
    """From the open last step to the sheet as a file; where it stands in the tour's folder."""
    stage, hand = tour.stage, tour.mouse
    with tour.journey("aftercare_pdf"):
        with tour.step("where to"):
            hand.tap(stage.chair.finish.save)
            until(lambda: bool(stage.window.findChildren(QFileDialog)), "the save dialog")
        dialog = stage.save_dialog
        target = stage.papers / Path(dialog.selectedFiles()[0]).name
        with tour.step("saved"):
            if Path(dialog.directory().absolutePath()) != stage.papers:
                # Some systems know one folder of documents only, the person's own.
                tour.keys.type(str(target))
            hand.tap(saying(dialog, "Save"))
            until(target.exists, "the file to be written")
            until(lambda: _is_told(tour), "the sheet to be kept as given")
            stage.until_dialog_closed()
        name = tour.made(target)
    return tour.camera.folder / name


def _is_told(tour: Tour) -> bool:
    return tour.stage.chair.finish.summary.sheet_state.text().startswith("Saved as PDF")
