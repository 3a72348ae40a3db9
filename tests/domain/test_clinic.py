"""The clinic and the people who treat."""

import pytest

from needlelog.domain.clinic import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anneke de Vries, RN", "AV"),
        ("Anneke de Vries", "AV"),
        ("Cher", "C"),
        ("  olu   bello ", "OB"),
        ("élodie Ångström", "ÉÅ"),
        ("小明", "小"),
        ("", ""),
        (" , RN", ""),
    ],
)
def test_initials_are_of_the_first_and_last_name_without_titles_after_a_comma(
    name: str, initials: str
) -> None:
    assert initials_of(name) == initials
