"""Names for records, made where the record is made, so that a repeated save is harmless."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A new UUID of version 7 (RFC 9562): the moment first, so that new rows lie together."""
    return uuid7()
