"""The time zone this computer runs in."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimeZone


def system_time_zone() -> str:
    """Its IANA name, e.g. 'Europe/London'; 'UTC' where the system names none that is known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name).key
    except (KeyError, OSError, ValueError):  # a name such as "EST5EDT4", or none
        return "UTC"
