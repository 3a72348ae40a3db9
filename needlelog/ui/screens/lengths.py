"""How much fits into one line of the record; what was typed beyond it is never cut off silently."""

from needlelog.i18n import _

LONGEST_NAME = 200
LONGEST_LINE = 500
LONGEST_NOTES = 20_000


def too_long(text: str, limit: int) -> str:
    """The sentence under the field; empty while the text fits."""
    if len(text) <= limit:
        return ""
    return _(
        "{count} characters are too many: {limit} fit on screen and paper. Shorten it."
    ).format(count=len(text), limit=limit)
