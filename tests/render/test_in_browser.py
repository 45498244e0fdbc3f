"""The HTML of every audience in a real Chromium: nothing that axe objects to, and readable on a phone."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import chromium
from conftest import ROOT

from briefgen.render.templates import audiences, find_templates

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = """\
<script>document.title = "taken"</script> & <b>Bold</b> Mayor Odd Lund said on Friday that "more than 1,200
people" had left Őrszentmiklósfalvaszentgyörgyvárújhely-Nagykeresztúr-Felsőszentivánpuszta on Monday.

The harbour office of Сергиевский denied that 한국 or القاهرة had sent 3,000,000 tonnes of grain. It said
https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
was "not ours". {{ 7 * 7 }} {% raw %} | a | b | # not a heading [x](javascript:alert(1))

Police could not confirm the figure of 40 injured, which the ministry had given on 2 May 2031 in Paris.
"""
"""Signs that have a meaning in HTML, Markdown and templates, words too long for a line, other scripts."""

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
EVERY = pytest.mark.parametrize(
    ("audience", "sources"), list(product(audiences(find_templates()), ["seeds", "hostile"]))
)
LOOKS = pytest.mark.parametrize(("scheme", "width"), list(product(["light", "dark"], WIDTHS)))


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of the briefs of seeds/ and of a text made to break pages, as HTML for every audience.

    The second tells what changed since an edition in which numbers were others, with a source that is gone.
    """
    folder = tmp_path_factory.mktemp("briefs")
    hostile = folder / "sources" / "hostile"
    hostile.mkdir(parents=True)
    (hostile / "hostile.txt").write_text(HOSTILE.replace("1,200", "900").replace("denied", "said"), "utf-8")
    (hostile / "gone.txt").write_text("Police said <b>40</b> | ferries | were *late* on the lake.", "utf-8")
    (hostile / "hostile.txt.meta.toml").write_text(
        'title = "<i>Ferries</i> & fog"\nurl = "https://example.org/?a=1&b=2"\npublished = 2031-05-03\n',
        "utf-8",
    )
    build(hostile, "--format=json", f"--output={folder / 'earlier'}")
    (hostile / "hostile.txt").write_text(HOSTILE, "utf-8")
    (hostile / "gone.txt").unlink()
    every = [f"--audience={one}" for one in audiences(find_templates())]
    since = f"--since={folder / 'earlier' / 'hostile' / 'brief.json'}"
    for sources, more in ((ROOT / "seeds", []), (hostile, [since])):
        build(sources, "--format=html", f"--output={folder / 'output'}", *every, *more)
    return {name: folder / "output" / name for name in ("seeds", "hostile")}


def build(sources: Path, *options: str) -> None:
    command = [sys.executable, "-m", "briefgen", "build", str(sources), "--marking=TLP:CLEAR", *options]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def opened(browser: "Browser", file: Path, scheme: str = "light", width: str = "desktop") -> "Page":
    wide, high = WIDTHS[width]
    page = browser.new_page(
        viewport={"width": wide, "height": high},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # axe is put into the page, which lets nothing run
    )
    page.goto(file.as_uri())
    return page


@EVERY
@LOOKS
def test_axe_finds_no_violation(
    browser: "Browser", briefs: dict[str, Path], audience: str, sources: str, scheme: str, width: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, briefs[sources] / f"{audience}.html", scheme, width)
    found = Axe().run(page).response
    page.close()
    assert found["passes"]
    told = [
        (one["id"], one["help"], [node["html"][:160] for node in one["nodes"]]) for one in found["violations"]
    ]
    assert not told, json.dumps(told, indent=1, ensure_ascii=False)


@EVERY
def test_a_phone_shows_the_page_without_scrolling_sideways(
    browser: "Browser", briefs: dict[str, Path], audience: str, sources: str
) -> None:
    page = opened(browser, briefs[sources] / f"{audience}.html", width="phone")
    wide = page.evaluate("document.documentElement.scrollWidth")
    outside = page.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, p, li, td")].filter(one => {
            const box = one.getBoundingClientRect();
            return box.width && (box.right > innerWidth + 1 || box.left < -1);
        }).map(one => one.textContent.slice(0, 60))"""
    )
    page.close()
    assert wide <= 390
    assert not outside


@EVERY
def test_a_phone_shows_every_cell_of_a_table_behind_the_head_of_its_column(
    browser: "Browser", briefs: dict[str, Path], audience: str, sources: str
) -> None:
    page = opened(browser, briefs[sources] / f"{audience}.html", width="phone")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll("table")].flatMap(table => {
            const heads = [...table.querySelectorAll("th")].map(head => head.textContent.trim());
            return [...table.querySelectorAll("tbody tr")].flatMap(row => [...row.cells]
                .map((cell, at) => [cell.dataset.head, heads[at]]).filter(([told, head]) => told !== head));
        })"""
    )
    page.close()
    assert not wrong


@EVERY
def test_a_phone_shows_every_picture_whole_with_words_large_enough_to_read(
    browser: "Browser", briefs: dict[str, Path], audience: str, sources: str
) -> None:
    page = opened(browser, briefs[sources] / f"{audience}.html", width="phone")
    pictures = page.evaluate(
        """() => [...document.querySelectorAll("figure")].map(figure => {
            const drawings = [...figure.querySelectorAll(".chart")];
            const shown = drawings.filter(one => one.getBoundingClientRect().width);
            const words = shown.flatMap(one => [...one.querySelectorAll("text")]);
            return {
                shown: shown.length,
                hidden: figure.scrollWidth - figure.clientWidth,
                right: Math.max(...words.map(one => one.getBoundingClientRect().right)),
                size: Math.min(...words.map(one => +one.getAttribute("font-size") * one.getScreenCTM().a)),
            };
        })"""
    )
    page.close()
    for one in pictures:
        assert one["shown"] == 1
        assert one["hidden"] <= 0
        assert one["right"] <= 390
        assert one["size"] >= 11


def test_a_desktop_shows_the_wide_picture_alone(browser: "Browser", briefs: dict[str, Path]) -> None:
    page = opened(browser, briefs["seeds"] / "analyst.html")
    assert page.locator("figure").count() == page.locator(".chart.wide:visible").count() > 0
    assert page.locator(".chart.small:visible").count() == 0
    page.close()


@EVERY
def test_the_names_of_speakers_do_not_run_into_one_another(
    browser: "Browser", briefs: dict[str, Path], audience: str, sources: str
) -> None:
    page = opened(browser, briefs[sources] / f"{audience}.html")
    crossed = page.evaluate(
        """() => {
            const boxes = [...document.querySelectorAll(".who > *")].map(one => one.getBoundingClientRect());
            return boxes.slice(1).filter((box, at) => box.top < boxes[at].bottom - 1).length;
        }"""
    )
    page.close()
    assert crossed == 0


@LOOKS
def test_what_a_link_leads_to_is_set_apart_whole_and_can_be_read(
    browser: "Browser", briefs: dict[str, Path], scheme: str, width: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, briefs["seeds"] / "analyst.html", scheme, width)
    plain = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator(".key-points .cite").first.click()
    exhibit = page.locator(".evidence .part:has(:target)")
    assert exhibit.evaluate("one => getComputedStyle(one).backgroundColor") != plain
    assert Axe().run(page).response["violations"] == []
    exhibit.locator("p a", has_text="Key points").click()
    item = page.locator(".key-points li:has(:target)")
    assert item.evaluate("one => getComputedStyle(one).backgroundColor") != plain
    assert item.evaluate("one => one.getBoundingClientRect().top") >= 0
    page.close()


def test_a_phone_leaves_out_cells_that_say_nothing(browser: "Browser", briefs: dict[str, Path]) -> None:
    shown = {}
    for width in WIDTHS:
        page = opened(browser, briefs["seeds"] / "analyst.html", width=width)
        shown[width] = page.locator("td:visible", has_text=re.compile("^–$")).count()
        page.close()
    assert shown["desktop"] > shown["phone"] == 0


def test_a_phone_sets_two_numbers_of_a_row_beside_each_other(
    browser: "Browser", briefs: dict[str, Path]
) -> None:
    page = opened(browser, briefs["seeds"] / "analyst.html", width="phone")
    row = page.locator(".who-and-where tbody tr").first
    one, other = (cell.bounding_box() for cell in row.locator(".number").all())
    page.close()
    assert one
    assert other
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"] + 1


def test_a_browser_prints_the_marking_on_its_ground_beside_the_running_title(
    browser: "Browser", briefs: dict[str, Path], tmp_path: Path
) -> None:
    import pypdfium2

    page = opened(browser, briefs["seeds"] / "analyst.html")
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True, print_background=False)
    page.close()
    for side in list(pypdfium2.PdfDocument(tmp_path / "printed.pdf"))[:2]:
        wide, _ = side.get_size()
        picture = side.render(scale=1).to_pil().convert("L")
        line = [picture.getpixel((x, round(12 * 72 / 25.4))) for x in range(round(wide))]
        dark = [x for x, shade in enumerate(line) if shade < 60]
        assert len(dark) > 20
        assert min(dark) > wide * 0.7


@EVERY
def test_the_page_needs_no_script_and_loads_nothing(
    browser: "Browser", briefs: dict[str, Path], audience: str, sources: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    file = briefs[sources] / f"{audience}.html"
    page.goto(file.as_uri())
    assert page.title() != "taken"
    assert page.locator("h1").is_visible()
    page.close()
    assert [one for one in asked if not one.startswith("data:")] == [file.as_uri()]
    assert not told
