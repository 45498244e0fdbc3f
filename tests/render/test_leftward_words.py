"""Hebrew and Arabic in pictures, which are drawn letter by letter from the left."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.charts.drawing import text
from briefgen.render.charts.leftward import seen


@pytest.mark.parametrize("words", ["", "Ada Lund", "Сергей 3", "(5) «a»"])
def test_words_that_run_to_the_right_stay(words: str) -> None:
    assert seen(words) == words
    assert "bidi" not in text(0, 0, words)


def test_hebrew_is_turned_and_what_stands_around_it_is_not() -> None:
    assert seen("שרה כהן") == "ןהכ הרש"
    assert seen("said שרה כהן (S1)") == "said ןהכ הרש (S1)"
    assert 'direction="ltr" unicode-bidi="bidi-override"' in text(0, 0, "שרה")


def test_numbers_keep_their_order_and_brackets_open_to_the_right_side() -> None:
    assert seen("גדוד 51 (צפון) 1,200.5") == "1,200.5 (ןופצ) 51 דודג"


def test_a_stretch_may_be_ended_before_a_number() -> None:
    assert seen("שרה \u200e· 1 May") == "הרש · 1 May"


def test_latin_words_part_the_stretches_around_them() -> None:
    assert seen("שרה met כהן") == seen("שרה") + " met " + seen("כהן")


def test_arabic_letters_are_joined() -> None:
    shaped = seen("محمد")  # meem, hah, meem, dal: the first joins onward, the last only back
    names = [unicodedata.name(letter).rsplit(" ", 2)[-2] for letter in reversed(shaped)]
    assert names == ["INITIAL", "MEDIAL", "MEDIAL", "FINAL"]
    assert unicodedata.normalize("NFKC", shaped[::-1]) == "محمد"


def test_a_letter_that_joins_only_back_parts_the_word() -> None:
    shaped = seen("دار")  # dal, alef, reh join nothing onward
    assert [unicodedata.name(letter).rsplit(" ", 2)[-2] for letter in shaped] == ["ISOLATED"] * 3


def test_lam_and_alef_are_one_sign() -> None:
    assert len(seen("لا")) == 1
    assert len(seen("سلام")) == 3


def test_letters_of_persian_and_urdu_are_joined_too() -> None:
    assert [unicodedata.name(letter).rsplit(" ", 2)[-2] for letter in seen("گپ")] == ["FINAL", "INITIAL"]


def test_vowel_signs_are_left_out() -> None:
    assert seen("מֹשֶׁה") == "השמ"


@given(st.text("אבגדهمل اد12 (a", max_size=30))
def test_every_letter_is_still_there(words: str) -> None:
    spelled = sorted(unicodedata.normalize("NFKC", seen(words)).translate(str.maketrans("()", "((")))
    assert spelled == sorted(words.translate(str.maketrans("()", "((")))
