"""Words for screen and paper in the reader's language, over gettext. No Qt."""

import gettext
from functools import cache
from pathlib import Path

_DOMAIN = "needlelog"
_screen: gettext.NullTranslations = gettext.NullTranslations()


@cache
def language(code: str, locale_dir: Path) -> gettext.NullTranslations:
    """The words of one language, English where a sentence has no translation yet."""
    return gettext.translation(_DOMAIN, locale_dir, languages=[code], fallback=True)


def use(code: str, locale_dir: Path) -> None:
    """Show the screen in this language from now on."""
    global _screen
    _screen = language(code, locale_dir)


def _(text: str) -> str:
    """The text in the screen's language. Call it when showing, never at import."""
    return _screen.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text that fits the count, in the screen's language."""
    return _screen.ngettext(one, many, count)
