"""Audiences and labels: found, read, and explained where they are wrong."""

from pathlib import Path

import pytest

from briefgen.model.problem import TemplateError
from briefgen.render.labels import load_labels
from briefgen.render.templates import audiences, find_templates, load_audience, shipped

GOOD = 'title = "Mine"\ndescription = "Mine."\nsections = ["gaps"]\n'


def own(folder: Path, text: str) -> Path:
    (folder / "mine").mkdir()
    (folder / "mine" / "audience.toml").write_text(text, "utf-8")
    return folder


def test_the_analyst_ships() -> None:
    assert "analyst" in audiences(find_templates())


def test_an_audience_of_ones_own_is_found_beside_those_that_ship(tmp_path: Path) -> None:
    templates = find_templates(own(tmp_path, GOOD))
    assert load_audience("mine", templates).title == "Mine"
    assert {"analyst", "mine"} <= set(audiences(templates))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + 'pge = "A4"\n', "did you mean `page`?"),
        (GOOD + 'page = "A3"\n', "line 4: `A3` is not known; known are A4, Letter"),
        (GOOD.replace('"gaps"', '"gasp"'), "line 3: `gasp` is not known; did you mean `gaps`? known are"),
        (GOOD + 'charts = ["timelines"]\n', "line 4: `timelines` is not known; did you mean `timeline`?"),
        (GOOD + "limits = { key_point = 3 }\n", "did you mean `key_points`?"),
        ("title = ", "audience.toml"),
        ('title = "x"\n', "description"),
    ],
)
def test_a_mistake_in_audience_toml_is_named(tmp_path: Path, text: str, message: str) -> None:
    templates = find_templates(own(tmp_path, text))
    with pytest.raises(TemplateError) as caught:
        load_audience("mine", templates)
    assert str(tmp_path / "mine" / "audience.toml") in str(caught.value)
    assert message in str(caught.value)


def test_an_unknown_audience_is_answered_with_the_nearest_and_all_there_are() -> None:
    with pytest.raises(TemplateError, match="Did you mean “analyst”\\? There are: analyst"):
        load_audience("analist", find_templates())


@pytest.mark.parametrize("name", ["analyst/", "./analyst", "analyst/../analyst", "", "shipped"])
def test_a_path_is_no_audience(name: str) -> None:
    with pytest.raises(TemplateError, match="there is no audience"):
        load_audience(name, find_templates())


def test_the_shared_folder_is_no_audience() -> None:
    with pytest.raises(TemplateError, match="there is no audience “_shared”"):
        load_audience("_shared", find_templates())


def test_folders_are_looked_through_in_their_order_and_what_ships_comes_last(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        own(folder, GOOD.replace("Mine", folder.name))
    (two / "mine" / "style.css").write_text("b { color: #000 }\n", "utf-8")
    templates = find_templates(one, two)
    assert load_audience("mine", templates).title == "one"
    assert templates.find("mine", "style.css") == two / "mine" / "style.css"
    assert templates.find("analyst", "audience.toml").parents[1] == shipped()


def test_a_folder_counts_once_and_the_shipped_one_is_the_last(tmp_path: Path) -> None:
    assert find_templates(tmp_path, shipped(), tmp_path).folders == (tmp_path, shipped())


def test_a_folder_of_templates_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="is no folder"):
        find_templates(tmp_path / "none")


def test_labels_of_an_unknown_language_are_answered_with_those_there_are() -> None:
    with pytest.raises(TemplateError, match=r"no labels for the language “xx”.*There are: .*en"):
        load_labels(find_templates().find("_shared", "labels"), "xx")


def test_a_label_file_with_a_missing_key_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text('language = "xx"\n', "utf-8")
    with pytest.raises(TemplateError, match=r"xx\.toml: .*`months`"):
        load_labels(tmp_path, "xx")


def test_a_label_file_that_lacks_a_word_for_a_status_is_an_error_that_names_it(tmp_path: Path) -> None:
    english = find_templates().find("_shared", "labels", "en.toml").read_text("utf-8")
    (tmp_path / "xx.toml").write_text(english.replace('denied = "Denied"\n', ""), "utf-8")
    with pytest.raises(TemplateError, match=r"xx\.toml: the table \[statuses\] lacks `denied`"):
        load_labels(tmp_path, "xx")
