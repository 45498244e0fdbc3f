"""Words of one's own that a language lacks: English lends them, and it is told where to add them."""

from pathlib import Path

import pytest

from briefgen.model.problem import TemplateError
from briefgen.proofs.samples import sample
from briefgen.render import Page, compose, open_folder

BLOCK = """{% extends "_shared/brief.md.jinja" %}
{% block gaps %}
{{ super() }}
## {{ labels.text.refused }}

{{ labels.text.handling }}
{% endblock %}
"""
ENGLISH = '[text]\nrefused = "Who would not say"\nhandling = "Not for onward distribution."\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of templates with the audience `mine`, and labels for English."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "_shared" / "labels").mkdir(parents=True)
    (tmp_path / "mine" / "audience.toml").write_text(
        'title = "Mine"\ndescription = "Mine."\nsections = ["gaps", "sources"]\n', "utf-8"
    )
    (tmp_path / "mine" / "brief.md.jinja").write_text(BLOCK, "utf-8")
    (tmp_path / "_shared" / "labels" / "en.toml").write_text(ENGLISH, "utf-8")
    return tmp_path


def page(own: Path, language: str, audience: str = "mine") -> Page:
    folder = open_folder(audience, (own,), language=language)
    return compose(sample("small", folder.scheme, None), folder)


def test_a_word_that_german_lacks_stands_in_english_and_it_is_told_once_where_to_add_it(own: Path) -> None:
    made = page(own, "de")
    assert "\n## Who would not say\n" in made.markdown
    assert "\n## Offene Fragen\n" in made.markdown
    assert made.notes == (
        f"{own}/_shared/labels/de.toml has no `refused` in [text], `handling` in [text], so the English of "
        "en.toml stands in the brief; add it there",
    )


def test_a_lent_word_may_stand_in_a_brief_as_any_other_of_the_labels(own: Path) -> None:
    made = page(own, "de")
    assert "Not for onward distribution." in made.fixed
    assert "Who would not say" in made.vocabulary
    assert "refused" not in made.vocabulary


def test_once_it_is_added_nothing_is_told(own: Path) -> None:
    german = ENGLISH.replace("Who would not say", "Wer nichts sagen wollte")
    (own / "_shared" / "labels" / "de.toml").write_text(german, "utf-8")
    made = page(own, "de")
    assert "\n## Wer nichts sagen wollte\n" in made.markdown
    assert made.notes == ()


def test_english_and_an_audience_that_does_not_use_the_word_are_told_nothing(own: Path) -> None:
    assert page(own, "en").notes == ()
    (own / "mine" / "brief.md.jinja").unlink()
    assert page(own, "de").notes == ()


@pytest.mark.parametrize(("language", "more"), [("en", ""), ("de", ", and to de.toml beside it")])
def test_a_word_that_no_labels_have_is_an_error_with_place_file_and_key(
    own: Path, language: str, more: str
) -> None:
    (own / "_shared" / "labels" / "en.toml").write_text(ENGLISH.replace("refused", "refusal"), "utf-8")
    with pytest.raises(TemplateError) as caught:
        page(own, language)
    assert str(caught.value) == (
        f"{own}/mine/brief.md.jinja, line 4: the labels have no `refused` in [text]; did you mean `refusal`? "
        f"A word of your own is added to [text] of {own}/_shared/labels/en.toml{more}"
    )


@pytest.mark.parametrize("table", ["sections", "stances", "gaps"])
def test_a_mistyped_key_of_a_table_of_the_model_is_told_with_the_nearest(own: Path, table: str) -> None:
    wrong, right = {
        "sections": ("gasp", "gaps"),
        "stances": ("denyed", "denied"),
        "gaps": ("silnt", "silent"),
    }[table]
    file = own / "_shared" / "labels" / "en.toml"
    file.write_text(f'{ENGLISH}[{table}]\n{wrong} = "Open"\n', "utf-8")
    with pytest.raises(TemplateError) as caught:
        page(own, "en")
    assert str(caught.value) == (
        f"{file}, line 5: [{table}] has no `{wrong}`; did you mean `{right}`? Words of your own belong into "
        "[text]"
    )


def test_words_of_ones_own_may_stand_in_other_tables_than_text(own: Path) -> None:
    file = own / "_shared" / "labels" / "en.toml"
    file.write_text(
        f'{ENGLISH}note = "x"\n[sections]\nhandling = "x"\n[counts]\nport = ["1", "2"]\n', "utf-8"
    )
    assert page(own, "en").labels.sections["handling"] == "x"
