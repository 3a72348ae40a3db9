"""The journeys that end with somebody in the chair."""

from __future__ import annotations

from PySide6.QtCore import Qt

from needlelog.tour.hands import Hand
from needlelog.tour.keys import Keys
from needlelog.tour.people import CLINIC, PHONE, PRACTITIONER, PRIYA, Person
from needlelog.tour.reach import saying
from needlelog.tour.stage import Stage
from needlelog.tour.tour import Tour
from needlelog.ui.screens.client_form import ClientForm
from needlelog.ui.screens.first_start import FirstStart
from needlelog.ui.screens.today import Today


def open_demo(tour: Tour) -> None:
    """From the first page to the demo's first page, and back out of it."""
    stage, hand = tour.stage, tour.mouse
    with tour.journey("open_demo"):
        with tour.step("just looking"):
            visit_demo(stage, hand)
        with tour.step("left"):
            leave_demo(stage, hand)


def visit_demo(stage: Stage, hand: Hand) -> None:
    hand.tap(saying(stage.first_start, "Try with demo data"))
    stage.until_shown(Today)
    stage.until_filled()


def leave_demo(stage: Stage, hand: Hand) -> None:
    hand.tap(stage.window.rail.leave_demo)
    stage.until_shown(FirstStart)


def first_start(tour: Tour) -> None:
    """From a fresh start to the first page of a clinic of one's own."""
    stage, keys = tour.stage, tour.keys
    with tour.journey("first_start"):
        with tour.step("clinic"):
            for text in (CLINIC, PHONE):
                keys.type(text)
                keys.press(Qt.Key.Key_Return)
        with tour.step("you"):
            keys.type(PRACTITIONER)
        with tour.step("where the records lie"):
            keys.press(Qt.Key.Key_Return)
        with tour.step("today"):
            keys.press(Qt.Key.Key_Return)
            stage.until_shown(Today)
            stage.until_filled()


def new_client(tour: Tour) -> None:
    """From the first page of a new clinic to the first client in the chair."""
    stage, keys, hand = tour.stage, tour.keys, tour.mouse
    with tour.journey("new_client"):
        with tour.step("form"):
            hand.tap(saying(stage.today, "New client"))
            stage.until_shown(ClientForm)
        with tour.step("three fields"):
            fill_client(keys, PRIYA)
        with tour.step("client"):
            hand.tap(stage.form.save)
            stage.until_client_shown()
        with tour.step("chair open"):
            hand.tap(saying(stage.client, "Start session"))
            stage.until_chair_shown()


def add_client(stage: Stage, hand: Hand, keys: Keys, person: Person) -> None:
    """From any screen to the page of a client who is new."""
    keys.press(
        Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    stage.until_shown(ClientForm)
    fill_client(keys, person)
    hand.tap(stage.form.save)
    stage.until_client_shown()


def fill_first_start(keys: Keys) -> None:
    """Enter goes on to the next field, and to the next step."""
    for text in (CLINIC, PHONE, PRACTITIONER):
        keys.type(text)
        keys.press(Qt.Key.Key_Return)


def fill_client(keys: Keys, person: Person) -> None:
    """The three fields that are required."""
    keys.type(person.family_name)
    keys.press(Qt.Key.Key_Return)
    keys.type(person.given_name)
    keys.press(Qt.Key.Key_Return)
    keys.type(person.born_on)
