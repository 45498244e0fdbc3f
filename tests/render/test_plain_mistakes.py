"""Mistakes in TOML and in templates are told in plain words, with the line and what to write."""

from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError

from briefgen.model.problem import TemplateError
from briefgen.render import open_folder
from briefgen.render.syntax import in_words

GOOD = 'title = "Mine"\ndescription = "Mine."\nsections = ["gaps"]\n'


def own(folder: Path, text: str) -> str:
    """What is said of an `audience.toml` with that text, behind the name of the file."""
    (folder / "mine").mkdir()
    file = folder / "mine" / "audience.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_folder("mine", (folder,))
    before, _, told = str(caught.value).partition(f"{file}: ")
    assert not before
    return told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'title = "x"\nsections = []\n',
            'line 1: the file lacks `description`; add a line such as description = "For the watch."',
        ),
        (
            GOOD + '[logo]\nfile = "a.svg"\n',
            'line 4: [logo] lacks `text`; add a line such as text = "Harbour Watch"',
        ),
        (
            GOOD.replace('"Mine"', "7"),
            "line 1: `title` is a whole number; write a text in quotation marks, such",
        ),
        (
            GOOD.replace('["gaps"]', '"gaps"'),
            "line 3: `sections` is a text; write a list in brackets, such as",
        ),
        (
            GOOD.replace('["gaps"]', "[7]"),
            "line 3: an element of `sections` is a whole number; write a text in",
        ),
        (GOOD + "limits = 3\n", "line 4: `limits` is a whole number; write a table"),
        (GOOD + '[limits]\ngaps = "3"\n', "line 5: `gaps` is a text; write a whole number"),
        (GOOD + 'tables = "no"\n', "line 4: `tables` is a text; write true or false"),
        (GOOD + "page = A4\n", "line 4: what stands after `=` is no value; put texts in quotation marks"),
        (GOOD + 'page "A4"\n', "line 4: a line is written KEY = VALUE, and the `=` is missing"),
        (GOOD + 'charts = ["map"\n', "line 4: a list is not closed; close it with ]"),
        (GOOD + 'page = "A4\n', "line 4: a text is not closed in its line"),
        (GOOD + "[limits\ngaps = 3\n", "line 4: the name of a table is not closed; write [NAME]"),
        (GOOD + "[limits]\n[limits]\n", "line 5: a table stands twice; put both together"),
        (GOOD + 'title = "y"\nx = 1\n', "line 4: a key stands twice; take one of the two lines out"),
        (GOOD + 'page = "A4" "A5"\n', "line 4: more stands after the value; give each key its own line"),
        (GOOD + "= 3\n", "line 4: this is neither KEY = VALUE nor [TABLE]"),
        (
            GOOD + 'marking_ceiling = "TLP:GREN"\n',
            "line 4: `marking_ceiling` is “TLP:GREN”, which is no marking in use; did you mean “TLP:GREEN”? "
            "In use are TLP:CLEAR,",
        ),
        (
            GOOD + 'marking_ceiling = "Top"\n',
            "line 4: `marking_ceiling` is “Top”, which is no marking in use. In use are TLP:CLEAR,",
        ),
    ],
)
def test_a_mistake_in_audience_toml_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, text: str, told: str
) -> None:
    assert own(tmp_path, text).startswith(told)


def test_a_file_that_is_no_utf_8_is_told_without_a_word_of_codecs(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "audience.toml").write_bytes(GOOD.replace("Mine.", "Für mich").encode("latin-1"))
    with pytest.raises(TemplateError, match=r"audience\.toml: is not text in UTF-8; save it as that$"):
        open_folder("mine", (tmp_path,))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[text]\nhandling = "x\n', "line 2: a text is not closed in its line"),
        ("months = 3\n", "line 1: `months` is a whole number; write a list in brackets"),
    ],
)
def test_a_mistake_in_labels_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "_shared" / "labels").mkdir(parents=True)
    file = tmp_path / "_shared" / "labels" / "en.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(TemplateError) as caught:
        open_folder("analyst", (tmp_path,))
    assert str(caught.value).startswith(f"{file}: {told}")


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ a b }}", "`b` stands where `}}` was expected"),
        ("{% if a = 1 %}{% endif %}", "`=` stands where `%}` was expected; compare with =="),
        ("{% if x %}{% else if y %}{% endif %}", "`if` stands where `%}` was expected; `else if` is written"),
        ("{% for x brief %}{% endfor %}", "`brief` stands where `in` was expected"),
        ("{{ a | }}", "`}}` stands where a name was expected"),
        ("{{ 1 2 }}", "a number stands where `}}` was expected"),
        ("{{ f(a }}", "`}` stands where `)` was expected"),
        ("{{ ) }}", "`)` cannot stand here"),
        ("{{ }}", "something is missing before `}}`"),
        ("{{ x", "`{{` is not closed; close it with `}}`"),
        ("{% if x", "`{%` is not closed; close it with `%}`"),
        ("{# x", "a comment is not closed; close it with `#}`"),
        ("{{ 'a }}", "a text that begins with ' is not closed"),
        ('{{ "a }}', 'a text that begins with " is not closed'),
        ("{{ a && b }}", "`&` means nothing here; write `and`"),
        ("{{ a $ b }}", "`$` means nothing here"),
        ("{% if x %}", "{% if %} is not closed; close it with {% endif %}"),
        ("{% endif %}", "{% endif %} belongs to no {% if %} above it"),
        ("{% if x %}{% endfor %}", "{% endfor %} belongs to no {% for %} above it; open is {% if %}, which"),
        ("{% elif x %}", "{% elif %} belongs to no {% if %} above it"),
        ("{% iff x %}", "there is no tag `iff`; did you mean `if`?"),
        ("{% %}", "a tag needs a name"),
        ("{{ a. }}", "a name is missing after the point"),
        ("{% set 1 = x %}", "only a name can be set"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "the block `a` stands here twice"),
    ],
)
def test_what_jinja_cannot_read_is_told_in_plain_words(template: str, told: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Environment().from_string(template)
    assert in_words(caught.value.message or "").startswith(told)
