"""The words in German: as many as in English, filled in with the same, and plain ones as well."""

import re
import tomllib
from pathlib import Path

import pytest

from briefgen.render import open_folder
from briefgen.render.templates import shipped

LABELS = shipped() / "_shared" / "labels"


def words(file: Path) -> dict[str, list[str]]:
    """Each word of a labels file by its table and key, with its forms."""
    found: dict[str, list[str]] = {}
    for table, value in tomllib.loads(file.read_text("utf-8")).items():
        for key, form in (value if isinstance(value, dict) else {}).items():
            found[f"{table}.{key}"] = form if isinstance(form, list) else [form]
    return found


@pytest.mark.parametrize("folder", [LABELS, LABELS / "plain"])
def test_german_fills_in_what_english_fills_in(folder: Path) -> None:
    english, german = words(folder / "en.toml"), words(folder / "de.toml")
    for name in english.keys() & german.keys():
        fields = [sorted(set(re.findall(r"\{\w+\}", form))) for form in english[name]]
        assert [sorted(set(re.findall(r"\{\w+\}", form))) for form in german[name]] == fields, name


def test_every_word_has_a_german_one() -> None:
    lacking = words(LABELS / "en.toml").keys() - words(LABELS / "de.toml").keys()
    assert lacking == set()


def test_the_public_is_told_in_plain_german() -> None:
    labels = open_folder("public", language="de").labels
    assert labels.sections["bottom_line"] == "Kurz gesagt"
    assert labels.sections["gaps"] == "Was nicht bekannt ist"
    assert labels.statuses["reported"] == "Einmal berichtet"
    assert open_folder("analyst", language="de").labels.sections["bottom_line"] == "Das Wichtigste"


def test_quotation_marks_and_apostrophes_are_typographic() -> None:
    for folder in (LABELS, LABELS / "plain"):
        for name, forms in words(folder / "de.toml").items():
            assert not [form for form in forms if '"' in form or "'" in form], name
