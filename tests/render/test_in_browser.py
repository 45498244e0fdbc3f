"""The HTML of every audience in a real Chromium: nothing that axe objects to, and readable on a phone."""

import json
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
