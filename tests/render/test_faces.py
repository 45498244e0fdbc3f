"""The vendored faces: which a text brings along, and whether the widths written down are theirs."""

import pytest
from page_samples import FONTS, TEMPLATES

from briefgen.render.faces import ADVANCES, face_css, missing_note, width


@pytest.mark.parametrize("weight", [400, 600])
def test_the_advance_widths_are_those_of_the_vendored_face(weight: int) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    font = TTFont(FONTS / f"ibm-plex-sans-latin-{weight}-normal.woff2")
    names, widths = font.getBestCmap(), font["hmtx"]
    assert ADVANCES[weight] == tuple(widths[names[point]][0] for point in range(0x20, 0x7F))


def test_a_text_in_latin_letters_brings_the_latin_files_only() -> None:
    css = face_css("Plain words.", FONTS)
    assert css.count("@font-face") == 4
    assert '--serif:"Brief Serif",serif' in css


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Győr", "latin-ext"),
        ("Сергиевский", "cyrillic"),
        ("№ 3", "cyrillic"),
        ("Ελλάς", "greek"),
        ("Việt", "vietnamese"),
    ],
)
def test_other_letters_bring_the_files_that_hold_them(text: str, family: str) -> None:
    css = face_css(text, FONTS)
    assert f'font-family:"Brief Serif {family}"' in css
    assert f'font-family:"Brief Sans {family}"' in css


def test_an_arrow_brings_the_undivided_face() -> None:
    assert '"Brief Symbols"' in face_css("a → b", FONTS)


@pytest.mark.parametrize(("text", "family"), [("محمد", "Brief Arabic"), ("דוד", "Brief Hebrew")])
def test_a_script_that_neither_family_has_brings_a_face_of_its_own_for_both(text: str, family: str) -> None:
    css = face_css(text, FONTS)
    assert css.count(f'font-family:"{family}"') == 2
    assert f'"Brief Serif","{family}"' in css
    assert f'"Brief Sans","{family}"' in css
    assert family not in face_css("Plain words.", FONTS)


def test_italics_come_only_with_emphasis() -> None:
    assert "italic" not in face_css("<p>plain</p>", FONTS)
    assert "font-style:italic" in face_css("<p><em>leaning</em></p>", FONTS)


def test_wider_words_are_wider() -> None:
    assert width("mmm") > width("iii")
    assert width("word", 600) > width("word", 400)
    assert width("東京") == 2.0


def test_each_family_has_its_licence_beside_it() -> None:
    for name in (
        "source-serif-4",
        "ibm-plex-sans",
        "noto-sans-arabic",
        "noto-sans-hebrew",
        "noto-sans-symbols-2",
    ):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"LICENSE-{name}.txt").read_text("utf-8")


def test_the_faces_are_small() -> None:
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 1_500_000


def test_every_file_a_text_can_call_for_is_there() -> None:
    everything = "aőЖҚΩệ→محמ" + "<em>"
    assert face_css(everything, TEMPLATES / "_shared" / "fonts").count("@font-face") == 35


def test_a_note_names_what_is_missing_and_what_to_install() -> None:
    note = missing_note("analyst.pdf", frozenset("홍길동"))
    assert note.startswith("analyst.pdf: no typeface here has 길 동 홍, which show as empty boxes")
    assert "apt-get install fonts-noto-cjk" in note
    assert "fonts-noto-core" in missing_note("analyst.pdf", frozenset("ქ"))
    assert "and 12 more" in missing_note("analyst.pdf", frozenset(map(chr, range(0x10A0, 0x10B4))))


def test_the_face_of_the_marks_has_the_space_behind_them() -> None:
    from fontTools.ttLib import TTFont

    from briefgen.render.lighter import FILE, LETTERS

    assert {" ", *LETTERS.values()} <= {chr(point) for point in TTFont(FONTS / FILE).getBestCmap()}
