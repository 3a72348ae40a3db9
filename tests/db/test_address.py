"""Where the records say they lie."""

from __future__ import annotations

from needlelog.db import address
from needlelog.db.store import Store


def test_the_address_names_the_file_or_the_server_and_no_password(store: Store) -> None:
    with store.reading() as db:
        found = address.of(db)
    if store.path is not None:
        assert found == str(store.path)
    else:
        assert found.startswith("postgresql+psycopg://")
        assert "@" not in found
        assert "?" not in found
