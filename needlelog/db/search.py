"""How a client is found: what is folded into the search column, and how words are looked up."""

import re
from datetime import date

from sqlalchemy import ColumnElement, and_, case, column, or_, select, table

from needlelog.db.rows import TABLES
from needlelog.domain.client import Client
from needlelog.domain.text import digits, fold

_CLIENTS = TABLES["client"]
_TRIGRAMS = table("client_fts", column("rowid"), column("folded"))
_TRIGRAM = 3
_LAST_CHARACTER = "\U0010ffff"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# 8/6/1997, 8-6-1997 and 8.6.1997 are one spelling, in the column and in what is typed.
_SEPARATORS = str.maketrans({"/": ".", "-": ".", "\N{HYPHEN}": ".", "\N{NON-BREAKING HYPHEN}": "."})


def folded(client: Client) -> dict[str, str]:
    """The search columns of a client."""
    words = (
        _plain(client.family_name),
        _plain(client.given_name),
        _plain(client.known_as),
        digits(client.phone),
        _plain(client.code),
        *(_spellings(client.born_on) if client.born_on else ()),
    )
    return {
        "family_folded": fold(client.family_name),
        "given_folded": fold(client.given_name),
        "folded": " ".join(word for word in words if word),
    }


def matches(typed: str, dialect: str) -> ColumnElement[bool]:
    """Clients in whom every typed word is found: names, phone, number or birth date."""
    words = and_(*(_has(word, dialect) for word in _plain(typed).split()))
    phone = _phone(typed)
    return or_(words, _has(phone, dialect)) if phone else words


def begins(typed: str) -> ColumnElement[bool]:
    """Clients whose family name begins as typed: those of rank 0, as a range of the index."""
    return _begins(_CLIENTS.c.family_folded, fold(typed))


def rank(typed: str) -> ColumnElement[int]:
    """0 for a name that begins as typed, family names before given names; the rest after."""
    words = fold(typed).split() or [""]
    starts = [
        (_begins(_CLIENTS.c.family_folded, " ".join(words)), 0),
        (_begins(_CLIENTS.c.family_folded, words[0]), 1),
        (_begins(_CLIENTS.c.given_folded, words[0]), 2),
    ]
    return case(*starts, else_=3)


def _begins(name: ColumnElement[str], start: str) -> ColumnElement[bool]:
    return and_(name >= start, name <= start + _LAST_CHARACTER)


def _has(piece: str, dialect: str) -> ColumnElement[bool]:
    if dialect == "sqlite" and len(piece) >= _TRIGRAM:
        wanted = '"' + piece.replace('"', '""') + '"'
        found = select(_TRIGRAMS.c.rowid).where(column("client_fts").match(wanted))
        return _CLIENTS.c.number.in_(found)
    return _CLIENTS.c.folded.contains(piece, autoescape=True)


def _phone(typed: str) -> str:
    """The digits of a phone number as typed: '020-7946' finds '+44 20 7946 0958'."""
    bare = digits(typed).lstrip("0")
    is_number = len(bare) >= _TRIGRAM and not re.search(r"[^\W\d_]", typed)
    return bare if is_number else ""


def _spellings(day: date) -> tuple[str, ...]:
    year, month, number = f"{day:%Y}", f"{day:%m}", f"{day:%d}"
    return (
        f"{year}.{month}.{number}",
        f"{number}.{month}.{year}",
        f"{day.day}.{day.month}.{year}",
        f"{number}.{month}.{year[2:]}",
        f"{day.day}.{day.month}.{year[2:]}",
        f"{number}.{_MONTHS[day.month - 1]}.{year}",
        f"{year}{month}{number}",
        f"{number}{month}{year}",
    )


def _plain(text: str) -> str:
    return fold(text).translate(_SEPARATORS)
