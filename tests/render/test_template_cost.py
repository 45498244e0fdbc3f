"""What a template may cost and reach: one that would eat the machine ends with an error, and soon."""

import resource
import time
from pathlib import Path

import msgspec
import pytest
from samples import brief_of, troubled

from briefgen.model.problem import TemplateError
from briefgen.render.cost import STEPS
from briefgen.render.jinja import environment, render
from briefgen.render.labels import load_labels
from briefgen.render.markdown import pictures_of, render_markdown
from briefgen.render.templates import find_templates, load_audience
from briefgen.render.view import view_of

SOON = 20
"""Seconds, on a slow machine with much else to do; the slowest takes 1.5."""
MEMORY = 300_000
"""Kilobytes that a refused template may add to the most that was ever held."""


def rendered(folder: Path, text: str) -> str:
    """What the template `text` makes of a small brief."""
    (folder / "analyst").mkdir()
    (folder / "analyst" / "brief.md.jinja").write_text(text, "utf-8")
    templates = find_templates(folder)
    labels = load_labels(templates.find("_shared", "labels"), "en")
    view = view_of(brief_of(troubled()), load_audience("analyst", templates))
    return render_markdown(view, templates, labels)


LOOPS = [
    "{% for a in range(10**9) %}x{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) if false %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% set x = range(99999) | list %}{% endfor %}",
    "{% for a in range(99999) %}{{ view.brief.title * 1000 }}{% endfor %}",
    "{% for a in range(99999) %}" + "words " * 100 + "{% endfor %}",
    "{% set many = range(99999) | list %}{% for a in many %}{% if a in many %}{% endif %}{% endfor %}",
    "{% set many = range(99999) | list %}{% for a in many %}{% if many is eq [] %}{% endif %}{% endfor %}",
    "{% for a in range(99999) %}{{ range(99999) | map('string') | first }}{% endfor %}",
    "{% for a in range(99999) %}{{ view | facts }}{% endfor %}",
    "{% for a in range(99999) %}{% if view.speakers %}{{ view.speakers }}{% endif %}{% endfor %}" * 9,
    "{% for a in range(99999) %}{% set x = {brief: 1} %}{% endfor %}",
    "{% for a in range(99999) %}" + " " * 1000 + "{% endfor %}x",
    "{% macro m() %}" + " " * 1000 + "{% endmacro %}{% for a in range(99999) %}{{ m() }}{% endfor %}",
    "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
]
RECURSIONS = [
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% macro m(n) %}{% if n %}{% call m(n - 1) %}{% endcall %}{% call m(n - 1) %}{% endcall %}{% endif %}"
    "{% endmacro %}{{ m(60) }}",
    "{% block title %}{{ self.title() }}{% endblock %}",
    '{% include "analyst/brief.md.jinja" %}',
    '{% extends "analyst/brief.md.jinja" %}',
    '{% import "analyst/brief.md.jinja" as other %}',
]
VALUES = [
    '{{ "x" * 10**10 }}',
    '{{ ["x"] * 10**10 }}',
    '{{ ("x" * 999999) * 9999 }}',
    "{{ 10 ** (10 ** 10) }}",
    '{{ "%0999999999d" % 1 }}',
    '{{ "%*d" % (999999999, 1) }}',
    '{{ "%999999999d" | format(1) }}',
    '{{ "{:>999999999}".format(1) }}',
    '{{ "{:{w}}".format(1, w=999999999) }}',
    '{{ "{a:>999999999}".format_map({"a": 1}) }}',
    '{{ "x" | center(999999999) }}',
    '{{ "x" | indent(999999999) }}',
    '{{ "x".ljust(999999999) }}',
    '{{ "x".zfill(999999999) }}',
    '{{ "\\t".expandtabs(999999999) }}',
    '{{ [1] | batch(999999999, "x") | list }}',
    "{{ [1] | slice(999999999) | list }}",
    '{{ 1.5 | round(999999999, "ceil") }}',
    "{{ (5).to_bytes(9999999999) }}",
    '{{ ("a" * 99999).replace("a", "b" * 99999) }}',
    '{{ ("a" * 99999) | replace("a", "b" * 99999) }}',
    '{{ ("a" * 99999).join("b" * 99999) }}',
    '{{ (range(99999) | list) | join("x" * 99999) }}',
    '{{ 1 | plural(["{count:>999999999}", ""]) | center(99999) }}',
    "{{ range(99999) | sum(start=[]) }}",
]
GROWING = [
    "ns.x = ns.x + ns.x",
    "ns.x = ns.x ~ ns.x",
    "ns.x = [ns.x, ns.x]",
    "ns.x = (ns.x, ns.x)",
    'ns.x = {"a": ns.x, "b": ns.x}',
    "ns.x = ns.x | replace('a', 'aa')",
    "ns.x %}{{ ns.x }}{{ ns.x }}{% endset",
]
DEEP = [
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ " + "1 + " * 20000 + "1 }}",
    "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
]


@pytest.mark.parametrize(
    "template",
    [
        *LOOPS,
        *RECURSIONS,
        *VALUES,
        *(
            f'{{% set ns = namespace(x="a") %}}{{% for i in range(99) %}}{{% set {step} %}}{{% endfor %}}'
            for step in GROWING
        ),
        *DEEP,
    ],
    ids=lambda text: text[:50],
)
def test_a_template_that_would_eat_the_machine_ends_with_an_error(tmp_path: Path, template: str) -> None:
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(TemplateError, match=r"brief\.md\.jinja"):
        rendered(tmp_path, template)
    assert time.monotonic() - start < SOON
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY


def test_what_is_included_again_and_again_is_counted(tmp_path: Path) -> None:
    (tmp_path / "_shared").mkdir()
    for step in range(12):
        parts = f'{{% include "_shared/{step + 1}.jinja" %}}' * 10
        (tmp_path / "_shared" / f"{step}.jinja").write_text(parts, "utf-8")
    (tmp_path / "_shared" / "12.jinja").write_text("x", "utf-8")
    with pytest.raises(TemplateError, match="too many steps"):
        rendered(tmp_path, '{% include "_shared/0.jinja" %}')


def test_a_rendering_takes_the_same_steps_each_time_and_few_of_those_it_may() -> None:
    templates = find_templates()
    labels = load_labels(templates.find("_shared", "labels"), "en")
    view = view_of(brief_of(troubled()), load_audience("analyst", templates))
    left = set()
    for _ in range(2):
        metered = environment(templates, labels)
        given = {
            "view": view,
            "audience": view.audience,
            "labels": labels,
            "charts": pictures_of(view, labels),
        }
        render(metered, "_shared/brief.md.jinja", view.brief, **given)
        left.add(metered.meter.steps)
    assert len(left) == 1
    assert left.pop() > STEPS


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ view.origin.__globals__ }}",
        "{{ view.origin.__func__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.format.__self__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ '{0.__class__}' | format(view) }}{{ view.origin.__globals__ }}",
        "{{ lipsum() }}",
        "{{ [1, 2] | random }}",
        "{{ brief.title | safe }}",
        "{{ brief | tojson }}",
        "{{ brief | pprint }}",
        "{{ view }}",
        "{{ view.gaps }}",
        '{% include "../secret.txt" %}',
        '{% include "/etc/hostname" %}',
        '{% include "analyst/../../secret.txt" %}',
        '{% include "shipped/../../secret.txt" %}',
    ],
)
def test_a_template_reaches_nothing_but_the_model(tmp_path: Path, template: str) -> None:
    (tmp_path / "secret.txt").write_text("Quorlax")
    folder = tmp_path / "templates"
    folder.mkdir()
    with pytest.raises(TemplateError, match=r"brief\.md\.jinja"):
        rendered(folder, template)


def test_a_form_that_a_template_gives_reaches_nothing(tmp_path: Path) -> None:
    told = rendered(tmp_path, '{{ 2 | plural(["", "{count} {count.__class__} {view.brief}"], view=view) }}')
    assert told == "2 {count.\\_\\_class\\_\\_} {view.brief}\n"


@pytest.mark.parametrize(
    "joined",
    [
        '("E1",) | cite ~ " " ~ (brief.title | upper)',
        '("E1",) | cite ~ " " ~ brief.title.upper()',
        '("E1",) | cite ~ " " ~ ("" + brief.title)',
        '("E1",) | cite ~ " " ~ ("%s" % brief.title)',
        '[("E1",) | cite, brief.title.upper()] | join(" ")',
        '("E1",) | cite ~ " " ~ brief.title[:]',
        '("E1",) | cite ~ " " ~ [brief.title] | first',
    ],
)
def test_source_words_stay_escaped_whatever_a_template_makes_of_them(tmp_path: Path, joined: str) -> None:
    (tmp_path / "analyst").mkdir()
    (tmp_path / "analyst" / "brief.md.jinja").write_text("{{ " + joined + " }}\n", "utf-8")
    templates = find_templates(tmp_path)
    labels = load_labels(templates.find("_shared", "labels"), "en")
    brief = msgspec.structs.replace(brief_of(troubled()), title="*A* | [B](C)")
    view = view_of(brief, load_audience("analyst", templates))
    assert render_markdown(view, templates, labels).endswith("\\*A\\* \\| [B\\](C)\n")


def test_a_long_run_of_spaces_takes_no_longer_than_other_text(tmp_path: Path) -> None:
    start = time.monotonic()
    with_spaces = "{% for a in range(40) %}" + " " * 10_000 + "{% endfor %}x\n"
    assert rendered(tmp_path, with_spaces).endswith("x\n")
    assert time.monotonic() - start < SOON / 4


def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "analyst").mkdir()
    template = tmp_path / "analyst" / "brief.md.jinja"
    for content in (b"\xff\xfe\xff", b"x" * 1_000_001):
        template.write_bytes(content)
        templates = find_templates(tmp_path)
        labels = load_labels(templates.find("_shared", "labels"), "en")
        view = view_of(brief_of(troubled()), load_audience("analyst", templates))
        with pytest.raises(TemplateError, match=r"brief\.md\.jinja: (cannot be read|has 1,000,001 signs)"):
            render_markdown(view, templates, labels)
