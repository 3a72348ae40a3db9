"""What the list of clients says beside its rows."""

from __future__ import annotations

from needlelog.domain.client_list import Column, Listing, Shown
from needlelog.i18n import _, ngettext
from needlelog.ui.models import client_columns
from needlelog.ui.widgets.segmented import Segment


def segments() -> tuple[Segment, ...]:
    return (
        Segment(Shown.ALL, _("All")),
        Segment(Shown.SEEN_LATELY, _("Seen in 90 days")),
        Segment(Shown.NOT_SEEN, _("Not seen for a year")),
        Segment(Shown.ARCHIVED, _("Archived")),
        Segment(Shown.TRASH, _("Trash")),
    )


def count(clients: int) -> str:
    """'10,412 clients'."""
    return ngettext("{n} client", "{n} clients", clients).format(n=f"{clients:,}")


def nobody(listing: Listing) -> tuple[str, str]:
    """Why the list is empty, and what to do."""
    if listing.text:
        return (
            _("Nobody here matches “{text}”").format(text=listing.text),
            _("Try fewer letters, or another group above."),
        )
    return {
        Shown.ALL: (_("No clients yet"), ""),
        Shown.SEEN_LATELY: (_("Nobody was here in the last 90 days"), ""),
        Shown.NOT_SEEN: (_("Everybody was here within a year"), ""),
        Shown.ARCHIVED: (
            _("Nobody is archived"),
            _("Who does not come any more can be archived on their own page, under More."),
        ),
        Shown.TRASH: (_("The trash is empty"), _("Nothing in it is ever erased by itself.")),
    }[listing.shown]


def column(which: Column, fits: bool) -> str:
    """A line of the menu of columns."""
    title = client_columns.title(which)
    return title if fits else _("{column} (no room in this window)").format(column=title)
