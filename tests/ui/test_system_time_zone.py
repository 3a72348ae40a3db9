"""The time zone of the computer, by its name in the time zone database."""

import pytest

from needlelog.ui.system_time_zone import system_time_zone


@pytest.mark.parametrize(
    ("named", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":America/New_York", "America/New_York"),
        ("EST5EDT4", "UTC"),
        ("no such place", "UTC"),
    ],
)
def test_the_zone_is_the_systems_or_utc_where_it_names_none(
    monkeypatch: pytest.MonkeyPatch, named: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", named)
    assert system_time_zone() == zone
