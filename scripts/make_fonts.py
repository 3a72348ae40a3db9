"""Makes resources/fonts from the published font packages.

Run it where these packages are installed:
fonttools, brotli, fontpkg-inter, fontpkg-noto-sans, fontpkg-noto-sans-arabic,
fontpkg-noto-sans-devanagari, fontpkg-noto-sans-thai; and where npm can fetch
`@fontsource-variable/noto-sans-sc` and `-tc`. The results are kept in the repository, so
nobody needs this to run or test the program.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import files
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
EUROPEAN = (  # Latin with Vietnamese, combining marks, Greek, Cyrillic, punctuation, signs
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x250, 0x2FF),
    (0x300, 0x36F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x1F00, 0x1FFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x218F),
    (0x2190, 0x22FF),
    (0x25A0, 0x25FF),
    (0x2713, 0x2717),
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case", "frac", "subs", "sups"]


@dataclass(frozen=True)
class Family:
    package: str
    file: str  # how the variable font's file name begins
    name: str
    styles: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...] | None  # None keeps the script whole


FAMILIES = (
    Family("fontpkg-inter", "Inter[", "Inter", tuple(WEIGHTS), EUROPEAN),
    Family("fontpkg-noto-sans", "NotoSans[", "Noto Sans", ("Regular", "Bold"), EUROPEAN),
    Family("fontpkg-noto-sans-arabic", "Noto", "Noto Sans Arabic", ("Regular", "Bold"), None),
    Family(
        "fontpkg-noto-sans-devanagari", "Noto", "Noto Sans Devanagari", ("Regular", "Bold"), None
    ),
    Family("fontpkg-noto-sans-thai", "Noto", "Noto Sans Thai", ("Regular", "Bold"), None),
)


def package_file(package: str, beginning: str) -> Path:
    for file in files(package) or ():
        if file.name.startswith(beginning) and (file.suffix == ".ttf" or beginning == "LICENSE"):
            return Path(str(file.locate()))
    raise SystemExit(f"{package} holds no file beginning with {beginning}")


def keep_characters(font: TTFont, characters: Iterable[int], *, whole_script: bool) -> None:
    options = Options()
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.layout_features = ["*"] if whole_script else FEATURES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def rename(font: Any, family: str, style: str) -> None:
    """Give the instance a PostScript name of its own, or bold prints as regular."""
    is_basic = style in ("Regular", "Bold")
    plain = family.replace(" ", "")
    names = {
        1: family if is_basic else f"{family} {style}",
        2: style if is_basic else "Regular",
        3: f"{plain}-{style};NeedleLog",
        4: f"{family} {style}",
        6: f"{plain}-{style}",
    }
    if not is_basic:
        names |= {16: family, 17: style}
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 5, 7, 8, 9, 11, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    is_bold = style == "Bold"
    font["OS/2"].fsSelection = 0x20 if is_bold else 0x40
    font["head"].macStyle = 1 if is_bold else 0


def make_static(family: Family, style: str) -> None:
    font = TTFont(package_file(family.package, family.file))
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    static = instantiateVariableFont(font, axes | {"wght": WEIGHTS[style]})
    held = set(static.getBestCmap())
    if family.ranges:
        held &= {c for first, last in family.ranges for c in range(first, last + 1)}
    keep_characters(static, held, whole_script=family.ranges is None)
    rename(static, family.name, style)
    static.save(FONTS / f"{family.name.replace(' ', '')}-{style}.ttf")


def chinese_characters() -> set[int]:
    """GB 2312 whole, and the commoner half of Big5 (its level 1)."""
    high, low = range(0xA1, 0xFF), range(0x40, 0x7F)
    simplified = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in high)
    traditional = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in (*low, *high))
    text = "".join(pair.decode("gb2312", "ignore") for pair in simplified)
    text += "".join(pair.decode("big5", "ignore") for pair in traditional)
    return {ord(c) for c in text} | set(range(0x20, 0x7F)) | set(range(0x3000, 0x3018))


def slices(package: str, folder: Path) -> Iterator[TTFont]:
    """The pieces a web font package is cut into."""
    subprocess.run(["npm", "pack", package], cwd=folder, check=True)
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder)
    yield from (TTFont(path) for path in sorted(folder.glob("package/files/*-wght-normal.woff2")))


@dataclass
class JoinedFont:
    """Outlines gathered from many pieces."""

    wanted: set[int]
    cmap: dict[int, str] = field(default_factory=dict)
    glyphs: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, tuple[int, int]] = field(default_factory=dict)
    template: TTFont | None = None

    def take(self, piece: TTFont) -> None:
        missing = self.wanted - self.cmap.keys()
        parts = {c: name for c, name in piece.getBestCmap().items() if c in missing}
        if not parts:
            return
        font = instantiateVariableFont(piece, {"wght": WEIGHTS["Regular"]})
        outlines = font.getGlyphSet()
        if self.template is None:
            self.template = font
            self._add(".notdef", ".notdef", font, outlines)
        for character, name in parts.items():
            self.cmap[character] = f"uni{character:04X}"
            self._add(self.cmap[character], name, font, outlines)

    def _add(self, new_name: str, name: str, font: TTFont, outlines: Any) -> None:
        pen = TTGlyphPen(None)
        outlines[name].draw(pen)
        self.glyphs[new_name], self.metrics[new_name] = pen.glyph(), font["hmtx"][name]

    def save(self, family: str) -> None:
        if self.template is None:
            raise SystemExit(f"{family}: none of its pieces held a wanted character")
        builder = FontBuilder(self.template["head"].unitsPerEm, isTTF=True)
        builder.setupGlyphOrder(list(self.glyphs))
        builder.setupCharacterMap(self.cmap)
        builder.setupGlyf(self.glyphs)
        builder.setupHorizontalMetrics(self.metrics)
        line = self.template["hhea"]
        builder.setupHorizontalHeader(ascent=line.ascent, descent=line.descent)
        builder.setupNameTable({})
        builder.setupOS2(sTypoAscender=line.ascent, sTypoDescender=line.descent, fsType=0)
        builder.setupPost(keepGlyphNames=False)
        builder.font["name"] = self.template["name"]
        rename(builder.font, family, "Regular")
        builder.font.save(FONTS / f"{family.replace(' ', '')}-Regular.ttf")


def make_chinese() -> None:
    """Join the web font's pieces; Noto Sans TC lends the few characters that SC leaves out."""
    joined = JoinedFont(chinese_characters())
    for script in ("sc", "tc"):
        with tempfile.TemporaryDirectory() as folder:
            for piece in slices(f"@fontsource-variable/noto-sans-{script}", Path(folder)):
                joined.take(piece)
            licence = FONTS / f"OFL-NotoSans{script.upper()}.txt"
            shutil.copy(Path(folder, "package", "LICENSE"), licence)
    joined.save("Noto Sans SC")
    missing = sorted(c for c in joined.wanted - joined.cmap.keys() if c >= 0x4E00)
    print(f"Noto Sans SC: {len(joined.cmap)} characters; not published: {len(missing)}")


def main() -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        for style in family.styles:
            make_static(family, style)
        licence = FONTS / f"OFL-{family.name.replace(' ', '')}.txt"
        shutil.copy(package_file(family.package, "LICENSE"), licence)
    make_chinese()
    total = sum(path.stat().st_size for path in FONTS.glob("*.ttf"))
    print(f"{total / 1e6:.1f} MB in {FONTS}")


if __name__ == "__main__":
    main()
