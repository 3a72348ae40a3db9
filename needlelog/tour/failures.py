"""How a tour fails: loudly, at a named step."""

from needlelog.errors import NeedleLogError


class OutOfReach(Exception):
    """A hand could not get at what it was sent to; the text says why."""


class NotReached(Exception):
    """Something that was waited for did not happen in time."""


class TourFailed(NeedleLogError):
    """A journey ended at a step that could not be made."""
