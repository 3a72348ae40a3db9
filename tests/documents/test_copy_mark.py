"""A reprint says that it is one, and says nothing else that is new."""

from PIL import ImageChops

from needlelog.documents.aftercare import render
from needlelog.documents.copy_mark import mark_copy
from tests.documents.pages import a_sheet, image_of, text_of


def test_a_copy_is_the_given_page_with_one_word_more() -> None:
    given = render(a_sheet(client={"family_name": "الشريف", "given_name": "محمد"}))
    copy = mark_copy(given)
    assert sorted(text_of(copy).split()) == sorted([*text_of(given).split(), "Copy"])
    changed = ImageChops.difference(image_of(given), image_of(copy)).getbbox()
    assert changed is not None
    left, _top, right, low = changed
    assert low < 30
    assert left > 500
    assert right < 560
