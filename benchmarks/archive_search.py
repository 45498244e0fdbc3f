"""Measure the search of an archive in Chromium: `python -m benchmarks.archive_search [EDITIONS PASSAGES]`.

The archive is rendered from editions that are put together here, of sentences from the seed and the case
tables, and read as from a file share: by `file://`, each search in a window of its own that has shown the
archive's index. A search is measured by the page's own clock, from the question to the rows.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.articles import articles
from benchmarks.preview_speed import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from briefgen.render.site.values import Archive, Listed, Record

EDITIONS, PASSAGES = 300, 60_000
SEARCH, FIRST = 200, 3000
"""Milliseconds that a search may take beyond what the page takes without one, and the first page of all."""
ROUNDS = 5
FIRST_DAY = date(2024, 1, 1)
ASKED = {
    "a word in many passages": "minister",
    "a word in few": "report 777",
    "two words": "minister friday",
    "a row of words": '"prime minister"',
    "a beginning": "min*",
    "a word that is not there": "quincunx",
}


def sentences(count: int) -> Iterator[str]:
    """So many sentences, all different: figures and names of places vary."""
    chance = random.Random(2)
    stock = [
        one.strip()
        for article in articles(400)
        for one in re.split(r"(?<=[.!?])\s+", article.replace("\n", " "))
        if 40 < len(one) < 300
    ]
    pairs = [one + other for one in "bdfgklmnprst" for other in "aeiou"]
    places = ["".join(chance.choices(pairs, k=3)) for _ in range(3000)]
    for number in range(count):
        spare = " ".join(chance.choice(places).title() for _ in range(2))
        yield f"{stock[number % len(stock)].rstrip('.')}, near {spare}, report {number}."


def archive(editions: int, passages: int) -> "Archive":
    """An archive of one job, with so many editions and passages."""
    from briefgen.render.labels import load_labels
    from briefgen.render.site.values import Archive, Shelf
    from briefgen.render.templates import find_templates

    records = tuple(_records(editions, passages))
    listed = tuple(_listed(number) for number in range(editions, 0, -1))
    labels = load_labels(find_templates().find("_shared", "labels", "en.toml").parent, "en")
    return Archive((Shelf("daily", "analyst", listed),), records, labels, (), "briefgen")


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def _records(editions: int, passages: int) -> "Iterator[Record]":
    """The newest first, as the index has them."""
    from briefgen.render.site.values import Origin, Record

    publishers = [f"The {name} Post" for name in ("Valley", "Harbour", "Northern", "Island", "City")]
    for place, text in enumerate(sentences(passages)):
        number = editions - place * editions // passages
        source = Origin(f"{number}.txt", publishers[place % 5], f"Reports of day {number}", _day(number))
        first = max(1, number - place % 4)
        said = (
            "claim",
            "daily",
            text,
            f"Speaker {place % 900}",
            "asserted",
            "reported",
            source,
            _day(number),
        )
        yield Record(*said, first, "e1", number, "e1")


def _listed(number: int) -> "Listed":
    from briefgen.model.edition import Counts, Edition
    from briefgen.render.site.values import Link, Listed

    edition = Edition(
        job="daily", number=number, made=f"{_day(number)}T06:00:00+00:00", as_of=_day(number),
        title=f"Reports of day {number}", fingerprint="", folder="",
        counts=Counts(10, 200, 0, 3, 1, 0, 0), run=number,
    )  # fmt: skip
    return Listed(edition, (Link(f"daily/{number:04}/analyst.html", "HTML", "text/html"),), frozenset(["e1"]))


def write(folder: Path, found: "Archive") -> int:
    """Write the archive; how many bytes it has."""
    from briefgen.render.site import render_site

    size = 0
    for one in render_site(found):
        path = folder / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.data)
        size += len(one.data)
    return size


@contextmanager
def opened() -> "Iterator[Browser]":
    """Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


ANSWERED = """
new MutationObserver(() => {
    const told = document.getElementById("told");
    if (told && told.textContent && !told.textContent.endsWith("…")) window.answered ??= performance.now();
}).observe(document, { subtree: true, childList: true, characterData: true });
"""
"""Remembers when the line above the rows says how many there are; it is written after the rows."""


def search(browser: "Browser", page_file: Path, words: str) -> tuple[float, int]:
    """Milliseconds from the question to the rows, in a window that shows the archive; and how many rows."""
    from urllib.parse import quote

    context = browser.new_context()
    try:
        page = context.new_page()
        page.add_init_script(ANSWERED)
        page.goto(page_file.with_name("index.html").as_uri())
        page.goto(f"{page_file.as_uri()}?q={quote(words)}")
        page.wait_for_function("() => window.answered")
        return page.evaluate("window.answered"), page.locator("#hits li").count()
    finally:
        context.close()


def main(editions: int, passages: int) -> bool:
    """Print what writing and searching take; whether the searches hold their bounds."""
    with tempfile.TemporaryDirectory() as name:
        began = time.monotonic()
        size = write(Path(name), archive(editions, passages))
        took = time.monotonic() - began
        print(f"{editions} editions, {passages:,} passages: {size / 1e6:.0f} MB, written in {took:.0f} s")
        page = Path(name, "search.html")
        with opened() as browser:
            first, _ = search(browser, page, "minister")
            holds = first <= FIRST
            print(f"{'the first search':<26}{first:6.0f} ms")
            bare = statistics.median(search(browser, page, "")[0] for _ in range(ROUNDS))
            print(f"{'the page, no question':<26}{bare:6.0f} ms")
            for what, words in ASKED.items():
                found = [search(browser, page, words) for _ in range(ROUNDS)]
                middle = statistics.median(taken for taken, _ in found)
                holds &= middle - bare <= SEARCH
                print(f"{what:<26}{middle:6.0f} ms, {middle - bare:.0f} for the search; {found[0][1]} rows")
    return holds


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:3]]
    sys.exit(not main(*(asked or (EDITIONS, PASSAGES))))
