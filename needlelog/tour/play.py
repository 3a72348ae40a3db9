"""The whole tour: new records, every journey, and the chair in all its looks."""

from __future__ import annotations

import shutil
from pathlib import Path

from needlelog import __version__
from needlelog.tour import arriving, closing, desk, finding, looks, treating
from needlelog.tour.application import application, heard_bugs
from needlelog.tour.camera import Camera
from needlelog.tour.people import ARABIC_NAME, LONG_NAME, Person
from needlelog.tour.private_home import private_home
from needlelog.tour.reach import saying
from needlelog.tour.report import RECORDS_FILE, TourReport
from needlelog.tour.stage import Stage
from needlelog.tour.tour import Tour
from needlelog.ui.printing import page_images
from needlelog.ui.screens.first_start import FirstStart

_PAPER_DPI = 144


def play(out: Path) -> TourReport:
    """Make every journey and keep its pictures, papers and figures in `out`.

    Raises TourFailed with the step that could not be made.
    """
    app = application()
    camera = Camera(out)
    with private_home() as home, heard_bugs() as bugs:
        records = home / RECORDS_FILE
        stage = Stage(records)
        tour = Tour(stage, camera, bugs)
        try:
            pictures = _journeys(tour, looks.Looks(app, tour))
        finally:
            stage.close()
        among_many = finding.find_client(home, camera, bugs)
        pictures = (*pictures, looks.at_twice_the_size(records, camera))
        shutil.copy(records, out)
    report = TourReport(
        version=__version__,
        folder=out,
        journeys=(*tour.journeys, *among_many.journeys),
        looks=pictures,
        gui_gap_ms=round(max(tour.longest_gap_ms, among_many.longest_gap_ms)),
    )
    report.write()
    return report


def _journeys(tour: Tour, shown: looks.Looks) -> tuple[str, ...]:
    """The journeys one after the other, and what has to be done between them."""
    pictures = _first_pages(tour, shown)
    arriving.first_start(tour)
    arriving.new_client(tour)
    treating.first_session(tour)
    _leave_chair(tour)
    treating.repeat_session(tour)
    _leave_chair(tour)
    _third_session(tour)
    pictures += [*shown.in_other_themes("chair"), *shown.in_other_sizes()]
    _reactions(tour)
    paper = closing.aftercare_pdf(tour)
    camera = tour.camera
    pages = page_images(paper.read_bytes(), _PAPER_DPI)
    pictures += [camera.keep(page, "aftercare page") for page in pages]
    _next_client(tour, LONG_NAME)
    pictures.append(tour.look("chair long name"))
    treating.stop_early(tour)
    _next_client(tour, ARABIC_NAME)
    pictures.append(tour.look("chair arabic name"))
    pictures += desk.settings(tour)
    return tuple(pictures)


def _first_pages(tour: Tour, shown: looks.Looks) -> list[str]:
    """What somebody sees who only looks, each page in all its looks."""
    stage, hand = tour.stage, tour.mouse
    with tour.way("first page"):
        stage.until_shown(FirstStart)
    pictures = [*shown.in_other_themes("first start"), shown.in_small("first start")]
    arriving.open_demo(tour)
    with tour.way("the demo once more"):
        arriving.visit_demo(stage, hand)
    pictures += [tour.look("today"), *shown.in_other_themes("today"), shown.in_small("today")]
    pictures += desk.pages(tour, shown)
    with tour.way("out of the demo"):
        arriving.leave_demo(stage, hand)
    return pictures


def _leave_chair(tour: Tour) -> None:
    with tour.way("back to the client"):
        tour.mouse.tap(tour.stage.chair.bar.next)
        tour.stage.until_client_shown()


def _third_session(tour: Tour) -> None:
    with tour.way("a third session"):
        tour.finger.tap(saying(tour.stage.client, "Start session"))
        tour.stage.until_chair_shown()
        treating.paint_three_depths(tour.stage, tour.finger)


def _reactions(tour: Tour) -> None:
    """Both ways to answer, on one session: the first is taken back before the second."""
    with tour.way("on to the reactions"):
        tour.mouse.tap(tour.stage.chair.bar.next)
    closing.reaction_none(tour)
    with tour.way("take 'as expected' back"):
        tour.mouse.tap(tour.stage.chair.bar.undo)
    closing.reaction_graded(tour)
    with tour.way("on to the last step"):
        tour.mouse.tap(tour.stage.chair.bar.next)
        tour.stage.until_sheet_drawn()


def _next_client(tour: Tour, person: Person) -> None:
    stage = tour.stage
    with tour.way(f"{person.given_name} takes the chair"):
        arriving.add_client(stage, tour.mouse, tour.keys, person)
        tour.mouse.tap(saying(stage.client, "Start session"))
        stage.until_chair_shown()
        treating.paint_three_depths(stage, tour.mouse)
