"""A word that a template compares with one of a few is held against those: no misspelt status passes."""

from pathlib import Path

import pytest
from jinja2 import Environment
from page_samples import page_brief

from briefgen.model.problem import TemplateError
from briefgen.proofs.samples import sample
from briefgen.render import compose, open_folder
from briefgen.render.choices import misspelt
from briefgen.render.phrases import DESCRIBED, descriptor
from briefgen.render.templates import shipped

CLAIMS = "{% for claim in brief.claims %}"


def found(text: str) -> list[tuple[int, str]]:
    return list(misspelt(Environment().parse(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CLAIMS + "{% if claim.status == 'confrimed' %}x{% endif %}{% endfor %}", "status `confrimed`; did"),
        (CLAIMS + "{% if 'denyed' != claim.stance %}x{% endif %}{% endfor %}", "did you mean `denied`?"),
        (
            CLAIMS + "{{ 'x' if claim.stance in ['denied', 'declind'] }}{% endfor %}",
            "did you mean `declined`?",
        ),
        (CLAIMS + "{{ 'x' if claim['stance'] is eq('declind') }}{% endfor %}", "stance `declind`"),
        ("{{ brief.claims | selectattr('stance', 'eq', 'refused') | list }}", "stance `refused`; known are"),
        ("{{ view.key_points | rejectattr('status', 'in', ['reportd']) | list }}", "mean `reported`?"),
        (
            "{{ view.checks | map(attribute='finding') | selectattr('status', 'eq', 'x') | list }}",
            "status `x`",
        ),
        ("{{ view.checks | selectattr('finding.status', 'eq', 'x') | list }}", "status `x`"),
        ("{{ view.changed('withdrawed') }}", "kind `withdrawed`; did you mean `withdrawn`?"),
        ("{% for kind in audience.changes if kind == 'figure' %}{% endfor %}", "mean `figures`?"),
        (
            "{% for g in view.gaps | sort(attribute='count') %}{{ g.kind == 'undatd' }}{% endfor %}",
            "`undated`?",
        ),
        ("{{ 'x' if 'gasp' in view.sections }}", "section `gasp`; did you mean `gaps`?"),
        ("{{ 'x' if 'timelin' in audience.charts }}", "chart `timelin`; did you mean `timeline`?"),
        ("{{ audience.page == 'A5' }}", "page `A5`"),
        ("{{ (brief.claims | first).stance == 'x' }}{{ brief.claims[0].stance }}", "stance `x`"),
        ("{{ brief.claims[:3] | map(attribute='stance') | select('eq', 'x') | list }}", "word `x`"),
        ("{% for s, l in brief.claims | groupby('status') %}{{ s == 'x' }}{% endfor %}", "s `x`; known are"),
        ("{% for b in brief.claims | groupby('status') %}{{ b.grouper == 'x' }}{% endfor %}", "grouper `x`"),
        ("{% for b in brief.claims | groupby('status') %}{{ b.list[0].stance == 'x' }}{% endfor %}", "`x`"),
        ("{% set f = view.key_points[0] %}{{ f.status == 'x' }}", "status `x`"),
        ("{% macro m(one) %}{{ one.stance == 'denyed' }}{% endmacro %}", "mean `denied`?"),
        (
            "{% macro m(all) %}{% for c in all %}{{ c.stance == 'denyed' }}{% endfor %}{% endmacro %}",
            "`denied`?",
        ),
        ("{{ brief.changes.changes[0].was == 'x' or (brief.claims[0].status) == 'reported' }}", "was `x`"),
    ],
)
def test_a_word_that_there_is_not_is_told_with_the_nearest(text: str, told: str) -> None:
    (line, message), *more = found("\n" + text)
    assert line == 2
    assert told in message
    assert message.startswith("there is no ")
    assert not more


@pytest.mark.parametrize(
    "text",
    [
        CLAIMS + "{{ claim.status == 'denied' }}{{ claim.cue == 'sed' }}{{ claim.id == 'C1' }}{% endfor %}",
        "{{ brief.language == 'xx' }}{{ brief.title == '' }}{{ brief.marking == 'TLP:RED' }}",
        "{% set n = namespace(status='') %}{% set n.status = 'mine' %}{{ n.status == 'mine' }}",
        "{% set status = 'mine' %}{{ status == 'mine' }}",
        "{% if x %}{% set s = 'none' %}{% else %}{% set s = view.gaps[0].kind %}{% endif %}{{ s == 'none' }}",
        "{% if x %}{% set s = view.gaps[0].kind %}{% else %}{% set s = 'none' %}{% endif %}{{ s == 'none' }}",
        "{{ (view.gaps[0].kind | default('none')) == 'none' }}",
        "{{ ('none' if x else view.gaps[0].kind) == 'none' }}",
        "{% macro m(kind) %}{{ kind == 'mine' }}{% endmacro %}",
        "{% macro m(one) %}{{ one.kind == 'finding' }}{{ one.kind == 'undated' }}{% endmacro %}",
        "{% for one in [{'status': 'mine'}] %}{{ one.status == 'mine' }}{% endfor %}",
        CLAIMS + "{% set claim = {'status': 'x'} %}{{ claim.status == 'x' }}{% endfor %}",
        "{{ (brief.claims | map('upper') | first) == 'x' }}{{ (view.gaps[0].kind ~ 's') == 'x' }}",
        "{{ brief.claims[0].speaker.label == 'the Ministry' }}{{ 'mine' in labels.text }}",
        "{% for name in view.sections %}{{ name == 'gaps' }}{{ loop.index == 'x' }}{% endfor %}",
    ],
)
def test_a_word_that_may_be_right_passes(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("file", sorted(shipped().rglob("*.jinja")), ids=lambda one: one.parent.name)
def test_what_ships_compares_with_words_that_there_are(file: Path) -> None:
    assert not found(file.read_text("utf-8"))


def own(folder: Path, block: str) -> str:
    (folder / "mine").mkdir()
    (folder / "mine" / "audience.toml").write_text(
        'title = "Mine"\ndescription = "Mine."\nsections = ["gaps", "sources"]\n', "utf-8"
    )
    (folder / "mine" / "brief.md.jinja").write_text(
        '{% extends "_shared/brief.md.jinja" %}\n{% block gaps %}\n' + block + "\n{% endblock %}\n", "utf-8"
    )
    return compose(page_brief(), open_folder("mine", (folder,))).markdown


def test_a_brief_is_not_built_with_a_misspelt_word_and_the_message_says_where(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        own(tmp_path, "{% if brief.claims[0].status == 'unconfirmd' %}\n{% endif %}")
    assert str(caught.value) == (
        f"{tmp_path}/mine/brief.md.jinja, line 3: there is no status `unconfirmd`; did you mean "
        "`unconfirmed`? known are reported, corroborated, disputed, denied, unconfirmed, conditional"
    )


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("{{ section.more('gasp') }}", "there is no remark `gasp`; did you mean `gaps`?"),
        (
            "{{ brief.sources[0] | descriptor('publsher') }}",
            "line 3: there is no part of a descriptor `publsher`; did you mean `publisher`?",
        ),
    ],
)
def test_a_misspelt_name_that_a_filter_is_given_is_told(tmp_path: Path, block: str, told: str) -> None:
    with pytest.raises(TemplateError) as caught:
        own(tmp_path, '{% import "_shared/sections.md.jinja" as section with context %}' + block)
    assert told in str(caught.value)


def test_what_there_is_to_know_of_a_source_goes_by_the_names_that_are_told() -> None:
    folder = open_folder("analyst")
    source, labels = sample("small", folder.scheme, None).sources[0], folder.labels
    each = [descriptor(source, labels, name) for name in DESCRIBED]
    assert [row for rows in each for row in rows] == descriptor(source, labels)
