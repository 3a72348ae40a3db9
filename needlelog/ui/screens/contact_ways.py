"""How a client allows to be contacted: codes joined by commas in the record, words on screen."""

from collections.abc import Sequence

from needlelog.i18n import _


def contact_ways() -> tuple[tuple[str, str], ...]:
    """Code and word of every way, in the order of the chips."""
    return (
        ("phone", _("Phone")),
        ("text", _("Text message")),
        ("email", _("E-mail")),
        ("post", _("Post")),
    )


def joined(codes: Sequence[str]) -> str:
    return ",".join(codes)


def split(kept: str) -> tuple[str, ...]:
    return tuple(code for code in kept.split(",") if code)


def contact_words(kept: str) -> str:
    """'Phone, e-mail' for 'phone,email'."""
    words = dict(contact_ways())
    text = ", ".join(words.get(code, code).lower() for code in split(kept))
    return text[:1].upper() + text[1:]
