"""A labels file of one's own holds what it says otherwise; the rest is there already; mistakes are named."""

from pathlib import Path

import pytest

from briefgen.model.problem import TemplateError
from briefgen.render.labels import load_labels


def own(folder: Path, text: str, language: str = "en") -> Path:
    (folder / f"{language}.toml").write_text(text, "utf-8")
    return folder


def test_what_is_not_said_is_as_it_ships(tmp_path: Path) -> None:
    labels = load_labels(own(tmp_path, '[sections]\ngaps = "Open questions"\n'), "en")
    assert labels.sections["gaps"] == "Open questions"
    assert labels.sections["timeline"] == "Timeline"


def test_templates_may_add_words_of_their_own(tmp_path: Path) -> None:
    labels = load_labels(own(tmp_path, '[text]\nnote = "Not for quotation."\n'), "en")
    assert labels.text["note"] == "Not for quotation."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[sectoins]\n", "en.toml, line 1: there is no table [sectoins]; did you mean [sections]?"),
        (
            '\n[text]\nas_of = "On {dat}"\n',
            "line 3: `as_of` has {dat}, which nothing fills in; did you mean {date}?",
        ),
        ('[text]\nas_of = "On {date.year}"\n', "line 2: `as_of` has a brace that opens or closes no {name}"),
        ('[text]\nas_of = "On {date:>99999}"\n', "line 2: `as_of` has a brace"),
        ('[text]\nas_of = "On {date"\n', "line 2: `as_of` has a brace"),
        ("[text]\nas_of = 3\n", "line 2: `as_of` needs a text"),
        ('[counts]\nsources = "source"\n', "line 2: `sources` needs 2 texts"),
        ("[text\n", "en.toml: "),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_labels(own(tmp_path, text), "en")
    assert str(tmp_path) in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["../../xx", "/etc/xx", "a/b", ""])
def test_a_language_is_a_name_and_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match="names no language"):
        load_labels(tmp_path, name)


def test_a_language_that_does_not_ship_has_to_say_everything(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"xx\.toml: lacks `months`, which en\.toml has"):
        load_labels(own(tmp_path, 'language = "xx"\n', "xx"), "xx")
