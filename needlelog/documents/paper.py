"""The sizes of paper a clinic can have."""

from reportlab.lib.pagesizes import A4, A5, LETTER

__all__ = ["A5", "Size", "roomy_size_of", "size_of"]

Size = tuple[float, float]
"""Width and height in points."""

_SIZES = {"A4": A4, "Letter": LETTER, "A5": A5}


def size_of(paper: str) -> Size:
    """The size by its name; A4 for a name nobody knows."""
    return _SIZES.get(paper, A4)


def roomy_size_of(paper: str) -> Size:
    """The size for pages to write on: A5 has no room for a hand."""
    return A4 if paper == "A5" else size_of(paper)
