"""Invented names in many scripts, and telephone numbers that ring nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_ANYWHERE = ("+44 7700 900", "+44 20 7946 0", "+33 6 39 98 ", "+49 30 23125 ", "+1 202 555 01")
"""Kept free for plays by Ofcom, Arcep, the Bundesnetzagentur and the NANPA."""
_DIGITS = {"+33 6 39 98 ": 4, "+1 202 555 01": 2}
_USUAL_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with names that are common in it."""

    code: str
    given: tuple[str, ...]
    family: tuple[str, ...]


def _tongue(code: str, given: str, family: str) -> Tongue:
    return Tongue(code, tuple(given.split()), tuple(family.split()))


# Family names that change with whoever bears them stand in one form only, or not at all.
TONGUES = (
    _tongue(
        "en",
        "Amelia Grace Olivia Hannah Ruth Zoe Imogen Daniel Owen Marcus Niamh Siân",
        "Ashworth Bellamy Clarke Featherstone Hughes Kavanagh MacLeod O’Brien Whitfield Okafor",
    ),
    _tongue(
        "de",
        "Jürgen Annegret Sören Käthe Lukas Friederike",
        "Müller Großmann Schäfer Weiß Köhler Lüdemann",
    ),
    _tongue(
        "fr",
        "Chloé Éloïse Jérôme Anaïs Benoît Zoé",
        "Lefèvre Dupré Garçon Béranger Saint-Exupéry Noël",
    ),
    _tongue(
        "pl",
        "Łucja Zofia Wojciech Małgorzata Grzegorz Świętosława",
        "Żak Łukasiewicz Gołąb Wróbel Świątek Szczepaniak",
    ),
    _tongue(
        "tr",
        "Ayşe İrem Çağla Gülşah Oğuz Şule",
        "Yılmaz Çelik Öztürk Şahin Güneş Işık",
    ),
    _tongue(
        "vi",
        "Thảo Ngọc Hương Tuấn Phượng Đức",
        "Nguyễn Trần Phạm Đặng Võ Huỳnh",
    ),
    _tongue(
        "sv",
        "Åsa Björn Märta Linnéa Øyvind Ingrid",
        "Lindström Åkesson Öberg Sjögren Nyström Bergström",
    ),
    _tongue(
        "ru",
        "Анна Екатерина Дмитрий Ольга Наталья Сергей",
        "Шевченко Бондаренко Черных Седых Коваль Ткачук",
    ),
    _tongue(
        "el",
        "Ελένη Δήμητρα Ειρήνη Αθηνά Χριστίνα Μαρία",
        "Παπαδοπούλου Νικολάου Γεωργίου Οικονόμου Αγγελίδου",
    ),
    _tongue(
        "ar",
        "ليلى فاطمة يوسف نور مريم خالد",
        "العمري الحسن النجار الخطيب منصور حداد",
    ),
    _tongue(
        "hi",
        "प्रिया अनन्या रोहित दीपिका सुनीता अर्जुन",
        "शर्मा वर्मा गुप्ता सिंह अय्यर पटेल",
    ),
    _tongue(
        "th",
        "สมหญิง มาลี อนันต์ พิมพ์ชนก กานดา",
        "สุขสวัสดิ์ ศรีสุข ทองดี วงศ์ไทย บุญมี",
    ),
    _tongue(
        "zh",
        "秀英 小明 丽华 雨桐 建国 静怡",
        "王 李 张 陈 欧阳 赵",
    ),
    _tongue(
        "en",
        "Aaliyah Priya Kwame Siobhan Temitope Rafael",
        "Venkataraman Adeyemi D’Souza Fernandes Mensah St.\u00a0John",
    ),
)


def phone(rng: Random) -> str:
    """A number from a range that no exchange connects."""
    prefix = rng.choice(_ANYWHERE)
    digits = _DIGITS.get(prefix, _USUAL_DIGITS)
    return prefix + f"{rng.randrange(10**digits):0{digits}d}"
