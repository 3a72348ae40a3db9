"""Languages a client may speak: stored as a code, shown in words."""

from needlelog.i18n import _

SPOKEN = (
    "en", "ar", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "gu", "he", "hi",
    "hr", "hu", "it", "ja", "ko", "lt", "lv", "ml", "nb", "nl", "pa", "pl", "ps", "pt", "ro", "ru",
    "sk", "sl", "so", "sq", "sr", "sv", "ta", "te", "th", "ti", "tl", "tr", "uk", "ur", "vi", "yo",
    "zh",
)  # fmt: skip


def language_name(code: str) -> str:
    """'Polish' for 'pl', in the language of the screen; the code itself where it has no name."""
    from babel import Locale, UnknownLocaleError  # its tables would only slow the window down

    try:
        name = Locale.parse(code).get_display_name("en")
    except (UnknownLocaleError, ValueError):
        return code
    return _(name) if name else code


def choices() -> tuple[tuple[str, str], ...]:
    """Code and name, English first, then by name."""
    names = sorted(((code, language_name(code)) for code in SPOKEN[1:]), key=lambda pair: pair[1])
    return ((SPOKEN[0], language_name(SPOKEN[0])), *names)
