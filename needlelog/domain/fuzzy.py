"""How well a few typed letters fit some words, and which letters of the words they are."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from needlelog.domain.text import fold

_WHOLE, _WORD, _INSIDE, _SCATTERED, _SLIPPED = 300, 200, 100, 0, -100
_FORGIVEN = 5
_SEPARATE_LETTERS = ("LATIN", "GREEK", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words made ready to be looked through many times."""

    words: str
    folded: str
    places: tuple[int, ...]
    """Which letter of `words` each letter of `folded` came from."""


@dataclass(frozen=True, slots=True)
class Hit:
    score: int
    """Higher is nearer."""
    letters: tuple[int, ...]
    """Places in the words, in order."""


def phrase(words: str) -> Phrase:
    """'Größe' becomes 'grosse' with the places 0, 1, 2, 3, 3, 4."""
    folded: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(words):
        plain = _plain(letter)
        folded.append(plain)
        places.extend([place] * len(plain))
    return Phrase(words, "".join(folded), tuple(places))


def match(typed: str, among: Phrase) -> Hit | None:
    """The folded `typed` as a beginning, a part, or initials of the words; None when it is none.

    Each piece of it has to start a word, or a name typed into the same field would meet half of
    all actions by chance.
    """
    wanted = "".join(typed.split())
    if not wanted:
        return None
    text = among.folded
    at = _at_word(text, typed)
    if at < 0:
        at = text.find(typed) if len(typed) > 2 else -1
    if at >= 0:
        start = _WHOLE if at == 0 else _WORD if _starts_word(text, at) else _INSIDE
        return Hit(start - len(text), _places(among, range(at, at + len(typed))))
    found = _pieces(wanted, text, 0)
    if found:
        return Hit(_SCATTERED - len(text), _places(among, found))
    slipped = _slipped(typed.split(), text)
    return Hit(_SLIPPED - len(text), _places(among, slipped)) if slipped else None


def is_long(word: str) -> bool:
    """Whether a slip in it is forgiven: shorter words would meet others by chance."""
    return len(word) >= _FORGIVEN


def is_near(typed: str, word: str) -> bool:
    """Whether one letter is wrong, missing, extra or swapped with the next, after the first.

    The end of the word may not be typed yet.
    """
    same = _common(typed, word, 0)
    if not same or not is_long(typed):
        return False
    after, rest = typed[same + 1 :], word[same:]
    swapped = after[:1] + typed[same : same + 1] + after[1:]
    return (
        rest[1:].startswith(after)
        or rest[1:].startswith(typed[same:])
        or rest.startswith((after, swapped))
    )


def letters_found(typed: str, text: str) -> tuple[int, ...]:
    """The letters of `text` that the typed words stand for, each at its likeliest place."""
    among = phrase(text)
    found: set[int] = set()
    for word in fold(typed).split():
        at = _at_word(among.folded, word)
        at = among.folded.find(word) if at < 0 else at
        if at >= 0:
            found.update(among.places[at : at + len(word)])
    return tuple(sorted(_joined(text, found)))


def runs(letters: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Start and length of the letters that stand together."""
    found: list[tuple[int, int]] = []
    for letter in letters:
        if found and sum(found[-1]) == letter:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((letter, 1))
    return tuple(found)


@cache
def _plain(letter: str) -> str:
    return " " if letter.isspace() else fold(letter)


def _at_word(text: str, piece: str) -> int:
    at = text.find(piece)
    while at > 0 and not _starts_word(text, at):
        at = text.find(piece, at + 1)
    return at


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _pieces(wanted: str, text: str, start: int) -> list[int]:
    """Beginnings of words, one after the other, that spell what is wanted; [] when none do."""
    at = start
    while at < len(text):
        if text[at] == wanted[0] and _starts_word(text, at):
            length = _common(wanted, text, at)
            for taken in range(length, 0, -1):
                here = list(range(at, at + taken))
                if taken == len(wanted):
                    return here
                rest = _pieces(wanted[taken:], text, at + taken)
                if rest:
                    return here + rest
        at += 1
    return []


def _slipped(typed: list[str], text: str) -> list[int]:
    """The letters of words that each typed word begins, or nearly; [] when one has none."""
    starts = [at for at in range(len(text)) if _begins_word(text, at)]
    words = [(at, text[at:].split(maxsplit=1)[0]) for at in starts]
    found: list[int] = []
    for one in typed:
        near = [(at, word) for at, word in words if word.startswith(one) or is_near(one, word)]
        if not near:
            return []
        at, word = near[0]
        found.extend(range(at, at + len(word.rstrip(":,"))))
    return found


def _begins_word(text: str, at: int) -> bool:
    return text[at].isalnum() and _starts_word(text, at)


def _common(wanted: str, text: str, at: int) -> int:
    length = 0
    while length < len(wanted) and text[at + length : at + length + 1] == wanted[length]:
        length += 1
    return length


def _places(among: Phrase, indices: range | list[int]) -> tuple[int, ...]:
    return tuple(sorted({among.places[index] for index in indices}))


def _joined(text: str, found: set[int]) -> set[int]:
    """Whole words where letters change their shape beside each other: half a word would break."""
    whole = set(found)
    for place in found:
        if not _stands_alone(text[place]):
            whole.update(_word_round(text, place))
    return whole


def _word_round(text: str, place: int) -> range:
    first, last = place, place
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last + 1 < len(text) and not text[last + 1].isspace():
        last += 1
    return range(first, last + 1)


@cache
def _stands_alone(letter: str) -> bool:
    if not letter.isalpha():
        return not unicodedata.combining(letter)
    return unicodedata.name(letter, "").startswith(_SEPARATE_LETTERS)
