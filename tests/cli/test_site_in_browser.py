"""The archive in a real Chromium, from files alone: it finds, leads to the evidence, and serves everybody."""

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

from briefgen.render.site.folding import forms

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONFIG = """\
[jobs.daily]
sources = ["seeds/"]
formats = ["md", "html"]
published = "2024-10-18"

[jobs.harbour]
sources = ["harbour/"]
formats = ["md"]
marking = "TLP:AMBER"
"""
MAYOR = (
    "Mayor Élise Brandt said on Monday that 40 ships had left Ålesund. "
    "The port denied that any ship had left.\n"
)
MASTER = (
    'The master said on Friday that <img src="x" onerror="document.title=1"> 12 ships were back in Straße 7. '
    "Сергиевский denied on Friday that 한국 had sent 3,000 tonnes.\n"
)
COMPLAINTS: dict["Page", list[str]] = {}
"""What a page said in the console, its errors, and every address that is no file."""
LOCAL = ("file:", "data:")
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
PAGES = ("index.html", "search.html?q=ships", "search.html", "daily/index.html", "harbour/index.html")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive with space")
    (folder / "briefgen.toml").write_text(CONFIG)
    for name in ("seeds", "harbour"):
        (folder / name).mkdir()

    def call(*words: str) -> None:
        ran = subprocess.run([sys.executable, "-m", "briefgen", *words], cwd=folder, capture_output=True)
        assert ran.returncode in (0, 3), ran.stderr.decode()

    (folder / "seeds/a.txt").write_text(MAYOR)
    call("run", "daily")
    (folder / "seeds/b.txt").write_text(MASTER)
    (folder / "seeds/b.txt.meta.toml").write_text(
        'published = 2024-10-25\npublisher = "Harbour <b>Post</b>"\n'
    )
    (folder / "harbour/a.txt").write_text(
        "".join(f"Captain {n} Brandt said ships leave at {n}.\n\n" for n in range(1, 60))
    )
    call("run", "--all")
    call("site", "--all")
    return folder / "site"


def opened(
    browser: "Browser", site: Path, page: str, width: str = "desktop", scheme: str = "light"
) -> "Page":
    """The page, in a browser that reaches no network; what it complains of fails the test."""
    wide, high = WIDTHS[width]
    context = browser.new_context(
        viewport={"width": wide, "height": high},
        color_scheme="dark" if scheme == "dark" else "light",
        offline=True,
    )
    found = context.new_page()
    told = COMPLAINTS[found] = []
    found.on("console", lambda message: told.append(message.text))
    found.on("pageerror", lambda error: told.append(str(error)))
    found.on("request", lambda one: None if one.url.startswith(LOCAL) else told.append(one.url))
    go(found, site, page)
    return found


def go(found: "Page", site: Path, page: str) -> None:
    path, _, asked = page.partition("?")
    found.goto((site / path).as_uri() + (f"?{asked}" if asked else ""))
    if path == "search.html":
        settled(found)


def settled(page: "Page") -> None:
    """Wait until the search has told what it found.

    ``wait_for_function`` would evaluate its words inside the page, which the page's policy refuses.
    """
    from playwright.sync_api import expect

    expect(page.locator("#told")).to_have_text(re.compile(r"^[^…]+$"))


def shows(page: "Page", count: int) -> None:
    from playwright.sync_api import expect

    expect(page.locator("#hits > li")).to_have_count(count)


def told(page: "Page") -> str:
    return page.locator("#told").inner_text()


def found(page: "Page") -> list[str]:
    return page.locator("#hits li:not(.title) .text").all_inner_texts()


def search(page: "Page", words: str) -> None:
    page.get_by_label("Words").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**search.html?**")
    settled(page)


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("alesund SHIPS", ["Mayor Élise"]),
        ("strasse", ["The master said"]),
        ("сергиевский", ["Сергиевский denied"]),
        ('"40 ships" elise', ["Mayor Élise"]),
        ('"ships 40" elise', []),
        ('"had le*" elise', ["Mayor Élise"]),
        ("3,000", ["Сергиевский denied"]),
        ("ålesu*", ["Mayor Élise"]),
        ("alesu", []),
        ("harbour post master", ["The master said"]),
        ("constructor", []),
        ("__proto__ toString", []),
    ],
)
def test_words_are_found_whatever_their_capitals_and_accents(
    browser: "Browser", site: Path, words: str, texts: list[str]
) -> None:
    page = opened(browser, site, "search.html")
    search(page, words)
    hits = found(page)
    assert [one[: len(text)] for one, text in zip(hits, texts, strict=True)] == texts
    assert COMPLAINTS[page] == []
    page.context.close()


def test_a_hit_leads_to_its_evidence_in_the_page_of_the_edition(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "search.html?q=%22left+alesund%22")
    assert told(page) == "1 found."
    assert page.locator("mark").all_inner_texts() == ["left", "Ålesund"]
    assert "Élise Brandt" in page.locator("#hits .facts").inner_text()
    assert (
        "daily, Edition 2, as of 25 October 2024, since edition 1"
        in page.locator("#hits .links").inner_text()
    )
    page.get_by_role("link", name="Edition 2").click()
    target = page.locator(":target")
    assert page.url.startswith((site / "daily/0002/analyst.html").as_uri() + "#e")
    assert target.count() == 1
    assert "Ålesund" in target.locator("xpath=following::blockquote").first.inner_text()
    page.context.close()


def test_results_are_bounded_by_job_status_and_day(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "search.html?q=ships&job=daily")
    assert all("Captain" not in text for text in found(page))
    assert page.get_by_label("Brief", exact=True).input_value() == "daily"
    go(page, site, "search.html?q=ship*&job=daily&status=denied")
    denied = found(page)
    go(page, site, "search.html?q=brandt&until=2024-10-18")
    assert [text[:5] for text in found(page)] == ["Mayor"]
    go(page, site, "search.html?q=ships&since=2024-10-19&until=2024-10-25")
    assert [text[:10] for text in found(page)] == ["The master"]
    go(page, site, "search.html?status=denied&job=daily")
    assert set(denied) <= set(found(page))
    go(page, site, "search.html?q=ships&since=2999-01-01")
    assert told(page) == "Nothing found."
    page.context.close()


def test_more_is_shown_when_asked_for_and_the_focus_goes_on(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "search.html?q=captain&job=harbour")
    assert told(page) == "59 found, 20 shown."
    more = page.get_by_role("button", name="Show more")
    more.press("Enter")
    shows(page, 40)
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('#hits > li')[20]"
    )
    more.click()
    shows(page, 59)
    assert told(page) == "59 found."
    assert not more.is_visible()
    page.context.close()


def test_the_ring_around_a_box_covers_no_label(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "search.html")
    for name in ("q", "job"):
        box = page.locator(f"#ask [name={name}]")
        box.focus()
        label = page.locator(f"#ask label[for={box.get_attribute('id')}]").bounding_box()
        inside = box.bounding_box()
        assert label
        assert inside
        assert label["y"] + label["height"] <= inside["y"] - 5  # 3 px of ring, 2 px away
    page.close()


def test_a_word_that_no_edition_has_is_named_with_what_to_do(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "search.html?q=ship+alesu")
    assert "“alesu”" in told(page)
    assert "alesu*" in told(page)
    assert page.locator("#told").get_attribute("role") == "status"
    page.context.close()


def test_the_box_of_a_job_searches_that_job(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "daily/index.html")
    page.get_by_role("searchbox").fill("brandt")
    page.keyboard.press("Enter")
    page.wait_for_url("**search.html?**")
    settled(page)
    assert all("Captain" not in text for text in found(page))
    assert COMPLAINTS[page] == []
    page.context.close()


@pytest.mark.parametrize("page", PAGES)
def test_no_page_complains_or_reaches_out(browser: "Browser", site: Path, page: str) -> None:
    shown = opened(browser, site, page)
    shown.evaluate("document.fonts.ready")
    assert shown.title() != "1"
    assert COMPLAINTS[shown] == []
    assert shown.evaluate("document.fonts.check('16px \"Brief Sans\"') && document.fonts.size > 0")
    shown.context.close()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("scheme", "width"), list(product(["light", "dark"], WIDTHS)))
def test_axe_finds_no_violation(browser: "Browser", site: Path, page: str, scheme: str, width: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    wide, high = WIDTHS[width]
    shown = browser.new_page(
        viewport={"width": wide, "height": high},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # axe is put into the page, which lets no script of others run
    )
    go(shown, site, page)
    response = Axe().run(shown).response
    sideways = shown.evaluate("document.documentElement.scrollWidth")
    shown.close()
    assert response["passes"]
    violations = [
        (one["id"], one["help"], [node["html"][:160] for node in one["nodes"]])
        for one in response["violations"]
    ]
    assert not violations, json.dumps(violations, indent=1, ensure_ascii=False)
    assert sideways <= wide


def test_without_scripts_all_editions_can_be_read(browser: "Browser", site: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "search.html").as_uri())
    assert page.get_by_text("The search needs JavaScript").is_visible()
    assert not page.get_by_label("Words").is_visible()
    page.locator("#without a", has_text="daily").click()
    page.locator("#edition-2 a").first.click()
    assert page.url == (site / "daily/0002/analyst.html").as_uri()
    assert page.locator("h1").is_visible()
    page.close()


def test_everything_is_reached_by_the_keyboard(browser: "Browser", site: Path) -> None:
    page = opened(browser, site, "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName")
        )
    assert {
        "INPUT",
        "BUTTON",
        "search.html",
        "daily/index.html",
        "daily/feed.xml",
        "daily/0002/analyst.html",
    } <= reached
    page.context.close()


@pytest.mark.parametrize(
    "text",
    [
        "Ålesund STRASSE Straße ΟΔΟΣ οδός İstanbul ﬁre Ǆ 1,500 U.S. co-op snake_case",
        "القُدس עִבְרִית हिन्दी 한국어 日本語 カタカナ 東京2020 ½ ² Ⅷ ⅷ ſ K",
        "𝐁𝐨𝐥𝐝 𠀀𠀁 a\u0301b e\u0301 ẞ ΐ և ŉ ǰ",
        "Őrszentmiklósfalva Сергиевский ёлка Й й naïve façade",
    ],
)
def test_what_is_typed_is_folded_as_what_was_written(browser: "Browser", text: str) -> None:
    script = (ROOT / "briefgen/render/site/search.js").read_text("utf-8")
    lines = [
        line
        for line in script.splitlines()
        if any(f"const {name} " in line for name in ("SINGLE", "WORD", "folded", "formsOf"))
    ]
    page = browser.new_page()
    assert page.evaluate("text => {" + "\n".join(lines) + "return formsOf(text); }", text) == list(
        forms(text)
    )
    page.close()
