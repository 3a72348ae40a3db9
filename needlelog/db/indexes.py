"""What lets the first screens begin without a look at every row."""

from sqlalchemy import Index, text

_LISTED = "archived_at IS NULL AND trashed_at IS NULL"


def of_clients() -> tuple[Index, ...]:
    """For the list of all clients; the migrations make the same ones."""
    return (
        Index(None, "family_folded", "given_folded"),
        # All that the list shows or sorts by, in the order it mostly has. The last two are
        # always NULL here, but SQLite would look them up in the row.
        only(
            _LISTED,
            *("family_folded", "given_folded", "number", "last_session_at", "next_on"),
            *("session_count", "born_on", "phone", "phototype", "allergies"),
            *("archived_at", "trashed_at"),
            name="ix_client_listed",
        ),
        only(
            _LISTED,
            *("last_session_at", "number", "archived_at", "trashed_at"),
            name="ix_client_seen",
        ),
        Index("ix_client_given", "given_folded", "family_folded", "number", "trashed_at"),
        only("archived_at IS NOT NULL", "archived_at"),
        only("trashed_at IS NOT NULL", "trashed_at"),
    )


def only(condition: str, *columns: str, name: str | None = None) -> Index:
    """An index of those rows alone; on PostgreSQL too, where the migrations make it."""
    # Said here for PostgreSQL as well, SQLAlchemy would load that dialect at every start.
    return Index(name, *columns, sqlite_where=text(condition))
