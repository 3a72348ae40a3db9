"""Where the records say they lie."""

from __future__ import annotations

from needlelog.db import place
from needlelog.db.store import Store


def test_the_address_names_the_file_or_the_server_and_no_password(store: Store) -> None:
    with store.reading() as db:
        address = place.address(db)
    if store.path is not None:
        assert address == str(store.path)
    else:
        assert address.startswith("postgresql+psycopg://")
        assert "@" not in address
        assert "?" not in address
