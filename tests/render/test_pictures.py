"""Pictures in a brief: which of them an audience is shown, where they stand, and what is written."""

import re
import tomllib
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from page_samples import LABELS, TEMPLATES, line, page_brief
from picture_shapes import SVG, box, harmless, texts
from samples import brief_of, troubled

from briefgen.checks import check_markdown, plain
from briefgen.model.audience import ChartName
from briefgen.model.brief import Brief, Entity, Figure, Speaker
from briefgen.model.problem import TemplateError
from briefgen.render import Page, as_html, as_markdown, compose, open_folder
from briefgen.render.charts import CHARTS
from briefgen.render.charts.drawing import WIDTH, Drawing
from briefgen.render.labels import PICTURED


def page_of(brief: Brief, audience: str = "analyst", *own: Path) -> Page:
    return compose(brief, open_folder(audience, own))


def own_audience(folder: Path, settings: str, template: str = "") -> Path:
    (folder / "mine").mkdir()
    text = f'title = "Mine"\ndescription = "Mine."\nsections = ["timeline", "figures", "gaps"]\n{settings}\n'
    (folder / "mine" / "audience.toml").write_text(text, "utf-8")
    if template:
        (folder / "mine" / "brief.md.jinja").write_text(template, "utf-8")
    return folder


def names(page: Page) -> list[str]:
    return [name.removesuffix(".svg").removeprefix(f"{page.audience.name}-") for name in page.charts]


def test_every_picture_has_a_name_that_an_audience_may_give() -> None:
    assert tuple(CHARTS) == get_args(ChartName)


def test_the_labels_hold_just_the_words_that_pictures_use() -> None:
    labels = tomllib.loads((TEMPLATES / "_shared" / "labels" / "en.toml").read_text("utf-8"))
    assert set(labels["chart"]) == set(PICTURED)


def test_a_picture_stands_in_its_section_and_is_a_file_beside_the_markdown() -> None:
    page = page_of(brief_of(troubled()))
    assert {"timeline", "figures", "standing"} <= set(names(page))
    sections = re.split(r"^## ", page.markdown, flags=re.MULTILINE)
    for name, title in (("timeline", "Timeline"), ("figures", "Figures"), ("standing", "Verification")):
        (section,) = [one for one in sections if one.startswith(f"{title}\n")]
        assert f"](analyst-{name}.svg)" in section
    files = {artefact.name for artefact in as_markdown(page)}
    assert files == {"analyst.md", *page.charts}


def test_a_picture_in_a_file_of_its_own_bears_the_marking_of_the_page() -> None:
    marked = page_of(replace(brief_of(troubled()), declared="TLP:AMBER"))
    for artefact in as_markdown(marked)[1:]:
        drawing = ET.fromstring(artefact.data)
        assert texts(drawing)[-1] == "TLP:AMBER"
        assert box(list(drawing.iter(f"{SVG}path"))[-1]).right == WIDTH
        assert (
            float(drawing.get("viewBox", "").split()[3]) == box(list(drawing.iter(f"{SVG}path"))[-1]).bottom
        )
    bare = page_of(brief_of(troubled()))
    assert all(b"TLP" not in artefact.data for artefact in as_markdown(bare)[1:])


def test_in_html_pictures_are_inside_with_their_words() -> None:
    page = page_of(brief_of(troubled()))
    (artefact,) = as_html(page)
    html = artefact.data.decode()
    for kind in ("wide", "small"):
        assert html.count(f'<svg class="chart {kind}" role="img" aria-label="') == len(page.charts)
    assert ".svg" not in re.sub(r"data:[^)]*", "", html)


def test_the_gate_lets_the_words_of_pictures_pass() -> None:
    page = page_of(brief_of(troubled()))
    fixed = frozenset(plain(words) for words in page.fixed)
    check_markdown(page.markdown, page.brief, page.ledgers, fixed, page.vocabulary)


def test_an_audience_chooses_its_pictures(tmp_path: Path) -> None:
    own = own_audience(tmp_path, 'charts = ["figures"]')
    assert names(page_of(brief_of(troubled()), "mine", own)) == ["figures"]


def test_an_audience_may_want_none(tmp_path: Path) -> None:
    page = page_of(brief_of(troubled()), "mine", own_audience(tmp_path, "charts = []"))
    assert not page.charts
    assert "![" not in page.markdown


def test_a_picture_whose_section_is_not_shown_is_not_written(tmp_path: Path) -> None:
    page = page_of(brief_of(troubled()), "mine", own_audience(tmp_path, ""))
    assert set(names(page)) == {"timeline", "figures"}
    assert len(page.captions) == 2


def test_a_template_may_place_a_picture_itself(tmp_path: Path) -> None:
    template = "# x\n\n![{{ charts.standing.words }}]({{ charts.standing.file }})\n{{ charts.map }}\n"
    page = page_of(brief_of(troubled()), "mine", own_audience(tmp_path, "", template))
    assert names(page) == ["standing"]


def test_an_unknown_picture_in_a_template_is_answered_with_the_nearest(tmp_path: Path) -> None:
    own = own_audience(tmp_path, "", "# x\n\n{{ charts.timelin }}\n")
    with pytest.raises(TemplateError, match="did you mean `timeline`"):
        page_of(brief_of(troubled()), "mine", own)


HOSTILE = '![x](javascript:1)](y) <svg onload="x()"> | ` \\ ](analyst-map.svg) ]]> --> &lt; {{ brief }}'


def hostile() -> Brief:
    speaker = Speaker(HOSTILE, HOSTILE)
    figures = tuple(
        Figure(
            f"Q{number}",
            number,
            "exact",
            line(HOSTILE),
            speaker,
            "reported",
            ("E1",),
            unit=HOSTILE,
            beside=(f"Q{3 - number}",),
        )
        for number in (1, 2)
    )
    places = tuple(
        Entity(f"N{number}", f"{HOSTILE} {number}", "place", (), 1, 0, ("E1",), place=(number, number))
        for number in (10.0, 20.0)
    )
    return replace(page_brief(), figures=figures, entities=places)


def test_markup_in_names_and_units_stays_words_in_every_picture(tmp_path: Path) -> None:
    places = "{% if one %}![{{ one.words }}]({{ one.file }})\n\n{% endif %}"
    template = "# x\n\n{% for name in charts %}{% set one = charts[name] %}" + places + "{% endfor %}"
    page = page_of(hostile(), "mine", own_audience(tmp_path, "", template))
    assert {"figures", "map"} <= set(names(page))
    for svg, words in zip(page.charts.values(), page.captions, strict=True):
        harmless(Drawing(svg, words))
    (artefact,) = as_html(page)
    html = artefact.data.decode()
    assert "<svg onload" not in html
    assert not re.search(r'(href|src)="(?!#)', html)


@pytest.mark.parametrize("name", get_args(ChartName))
def test_a_brief_of_nothing_has_no_picture(name: ChartName) -> None:
    from briefgen.render.view import view_of

    folder = open_folder("analyst")
    view = view_of(replace(page_brief(), timeline=()), folder.audience)
    assert CHARTS[name](view, LABELS, WIDTH) is None
