"""A language that nobody speaks: every word is there, and 40 % longer."""

from __future__ import annotations

import re
from gettext import NullTranslations

_LONGER = 1.4
_PARTS = re.compile(r"(\{[^}]*\})")
_VOWELS = "aeiouAEIOU"


class Pseudo(NullTranslations):
    """In brackets, so that a sentence put together from halves is seen."""

    def gettext(self, message: str) -> str:
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretched(msgid1 if n == 1 else msgid2)


def stretched(text: str) -> str:
    """The text with its vowels drawn out; what stands in braces is filled in later."""
    if len(text) < 2:
        return text
    wanted = round(len(text) * (_LONGER - 1)) - 2
    made = []
    for part in _PARTS.split(text):
        for char in part:
            again = char in _VOWELS and wanted > 0 and not part.startswith("{")
            made.append(char * 2 if again else char)
            wanted -= again
    return f"[{''.join(made)}]"
