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


def new_client(tour: Tour) -> None:
    """From new records to the first client in the chair."""
    stage, keys, hand = tour.stage, tour.keys, tour.mouse
    with tour.journey("new_client"):
        with tour.step("first start"):
            stage.until_shown(FirstStart)
        with tour.step("clinic named"):
            fill_first_start(keys)
        with tour.step("no clients yet"):
            keys.press(Qt.Key.Key_Return)
            stage.until_shown(Today)
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
    """Enter goes on to the next field."""
    keys.type(CLINIC)
    keys.press(Qt.Key.Key_Return)
    keys.type(PHONE)
    keys.press(Qt.Key.Key_Return)
    keys.type(PRACTITIONER)


def fill_client(keys: Keys, person: Person) -> None:
    """The three fields that are required."""
    keys.type(person.family_name)
    keys.press(Qt.Key.Key_Return)
    keys.type(person.given_name)
    keys.press(Qt.Key.Key_Return)
    keys.type(person.born_on)
