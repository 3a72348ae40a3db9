"""Client text as it is kept and as it is found: NFC, no control characters, folded for search."""

from __future__ import annotations

import unicodedata

_NOT_KEPT = {"Cc", "Cs"}
_BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_NO_WIDTH = "\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
_NEVER_KEPT = str.maketrans("", "", _BIDI_CONTROLS + _NO_WIDTH)
_PLAIN_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "æ": "ae", "œ": "oe"}
    | {"þ": "th", "‘": "'", "’": "'", "ʼ": "'", "‐": "-", "–": "-"}
)
"""What Unicode does not take apart by itself, and marks typed one way and searched another."""


def clean_line(text: str) -> str:
    """One line of text fit to keep: NFC, white space folded, nothing invisible that misleads.

    Control characters, lone surrogates and direction overrides go: PostgreSQL refuses NUL, and
    an override can make one name look like another. Joiners stay: Persian and Hindi need them.
    """
    return " ".join(_clean(text).split())


def clean_text(text: str) -> str:
    """Like `clean_line`, but line breaks stay."""
    return "\n".join(_clean(line).rstrip() for line in text.splitlines()).strip("\n")


def fold(text: str) -> str:
    """The text as search sees it: 'Łukasz Ørsted' and 'lukasz orsted' are the same."""
    spread = _spread(_spread(text).casefold()).translate(_PLAIN_LETTERS)
    bare = "".join(char for char in spread if not _is_mark(char))
    return " ".join(bare.split())


def digits(text: str) -> str:
    """Only the digits, as 0 to 9, for phone numbers typed with any spacing in any script."""
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def _clean(text: str) -> str:
    spaced = (" " if char.isspace() else char for char in text.translate(_NEVER_KEPT))
    whole = "".join(char for char in spaced if unicodedata.category(char) not in _NOT_KEPT)
    return unicodedata.normalize("NFC", whole)


def _spread(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _is_mark(char: str) -> bool:
    """Whether search passes over it: an accent, or a joiner that has no width."""
    return unicodedata.combining(char) != 0 or unicodedata.category(char) == "Cf"
