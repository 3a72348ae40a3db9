"""Who is in the tour: an invented clinic and its invented clients."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    family_name: str
    given_name: str
    born_on: str
    """As somebody would type it."""


CLINIC = "Linden Skin Studio"
PHONE = "+44 20 7946 0100"
PRACTITIONER = "Anneke de Vries, RN"

PRIYA = Person("Venkataraman", "Priya", "8.6.1997")
OTTOLINE = Person("Quennell", "Ottoline", "2.3.1979")
"""One among ten thousand."""
LONG_NAME = Person(
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
    "Maximiliana Konstantina Anastasia",
    "14.2.1986",
)
ARABIC_NAME = Person("العمري", "ليلى عبد الرحمن", "5.5.1988")
