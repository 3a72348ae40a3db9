"""How a client is found: what is folded into the search column, and how words are looked up."""

import re
from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, column, or_, select, table, true
from sqlalchemy.orm import Session

from needlelog.db.rows import TABLES
from needlelog.domain.client import Client
from needlelog.domain.text import digits, fold

_CLIENTS = TABLES["client"]
_TRIGRAMS = table("client_fts", column("rowid"), column("folded"))
_TRIGRAM = 3
_FEW = 300
"""So many clients are looked up one by one sooner than others are passed on the way."""
_NAMES = (_CLIENTS.c.family_folded, _CLIENTS.c.given_folded, _CLIENTS.c.number)
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


def numbers(db: Session, typed: str, limit: int) -> list[int]:
    """The numbers of the likeliest clients: family names that begin as typed, then given names.

    Each kind is asked only where those before it don't fill the list, and each by a way through
    an index that ends once it is full: a hundred thousand clients take no longer than ten.
    """
    found: dict[int, None] = {}
    for those in _likeliest_first(db, typed):
        if len(found) >= limit:
            break
        wanted = select(_CLIENTS.c.number).where(_CLIENTS.c.trashed_at.is_(None), those)
        # Whoever was found before may come again.
        found |= dict.fromkeys(db.scalars(wanted.order_by(*_NAMES).limit(limit + len(found))))
    return list(found)[:limit]


def _likeliest_first(db: Session, typed: str) -> Iterator[ColumnElement[bool]]:
    words = fold(typed).split()
    everywhere = _everywhere(typed)
    yield _begins(_CLIENTS.c.family_folded, " ".join(words))
    if len(words) > 1:
        yield _begins(_CLIENTS.c.family_folded, words[0]) & everywhere
        yield _begins(_CLIENTS.c.given_folded, words[0]) & everywhere
    else:
        yield _begins(_CLIENTS.c.given_folded, words[0])
    yield everywhere & _few(db, typed)


def _everywhere(typed: str) -> ColumnElement[bool]:
    """Every typed word is found by reading along: sooner done than by trigrams where many match."""
    words = and_(*(_contains(word) for word in _plain(typed).split()))
    phone = _phone(typed)
    return or_(words, _contains(phone)) if phone else words


def _few(db: Session, typed: str) -> ColumnElement[bool]:
    """Those the trigrams know of, where they are few; else everybody is walked through by name."""
    if db.get_bind().dialect.name != "sqlite":
        return true()
    pieces = [_quoted(word) for word in _plain(typed).split() if len(word) >= _TRIGRAM]
    phone = _phone(typed)
    if not pieces:
        return true()
    wanted = " AND ".join(pieces)
    wanted = f"({wanted}) OR {_quoted(phone)}" if phone else wanted
    known = select(_TRIGRAMS.c.rowid).where(column("client_fts").match(wanted)).limit(_FEW)
    rows = db.scalars(known).all()
    return _CLIENTS.c.number.in_(rows) if len(rows) < _FEW else true()


def _begins(name: ColumnElement[str], start: str) -> ColumnElement[bool]:
    return and_(name >= start, name <= start + _LAST_CHARACTER)


def _has(piece: str, dialect: str) -> ColumnElement[bool]:
    if dialect == "sqlite" and len(piece) >= _TRIGRAM:
        found = select(_TRIGRAMS.c.rowid).where(column("client_fts").match(_quoted(piece)))
        return _CLIENTS.c.number.in_(found)
    return _contains(piece)


def _contains(piece: str) -> ColumnElement[bool]:
    return _CLIENTS.c.folded.contains(piece, autoescape=True)


def _quoted(piece: str) -> str:
    return '"' + piece.replace('"', '""') + '"'


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
