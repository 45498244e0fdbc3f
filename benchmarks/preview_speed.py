"""Measure how soon the preview shows a change in Chromium: `python -m benchmarks.preview_speed [ROUNDS]`."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]{32}/")
PATIENCE = 30_000
"""Milliseconds after which a change is taken not to come at all."""
BOUND = 1.0
"""Seconds that a change may take; the median of the rounds is held against it."""
CHROMIUM = os.environ.get("BRIEFGEN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def template(folder: Path, mark: str) -> None:
    """Put `mark` behind the title; dots, since words would need evidence."""
    text = '{% extends "shipped/_shared/brief.md.jinja" %}\n{% block title %}\n# {{ brief.title }} ' + mark
    (folder / "templates" / "analyst" / "brief.md.jinja").write_text(f"{text}\n{{% endblock %}}\n", "utf-8")


def style(folder: Path, mark: str) -> None:
    """Have `mark` stand behind the title."""
    rules = f'@import "../shipped/analyst/style.css";\nh1::after {{ content: "{mark}" }}\n'
    (folder / "templates" / "analyst" / "style.css").write_text(rules, "utf-8")


def note(folder: Path, mark: str) -> None:
    """Write `mark` into the notes."""
    (folder / "notes.md").write_text(f"It is likely that {mark} holds.\n", "utf-8")


def source(folder: Path, mark: str) -> None:
    """Have the spokesman of `mark` say something in a source."""
    text = f"The spokesman of {mark} said on Friday that the ferry had left Orlo.\n"
    (folder / "reports" / "added.txt").write_text(text, "utf-8")


CHANGES: tuple[Callable[[Path, str], None], ...] = (template, style, note, source)


@contextmanager
def opened(folder: Path) -> Iterator["Page"]:
    """A preview of the seeds in `folder`, with templates of its own, in a browser."""
    from playwright.sync_api import sync_playwright

    shutil.copytree(ROOT / "seeds", folder / "reports")
    (folder / "templates" / "analyst").mkdir(parents=True)
    for change in (template, style, note):
        change(folder, "..")
    shutil.copy(ROOT / "templates" / "analyst" / "audience.toml", folder / "templates" / "analyst")
    command = [sys.executable, "-m", "briefgen", "preview", "reports", "--audience", "analyst"]
    running = subprocess.Popen(
        [*command, "--notes", "notes.md"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", str(ROOT))},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert running.stderr is not None
        found = ADDRESS.search(running.stderr.readline())
        assert found, running.stderr.read()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM)
            page = browser.new_page(viewport={"width": 900, "height": 900})
            page.goto(found[0])
            page.frame_locator("#html").locator("h1").wait_for(timeout=PATIENCE)
            yield page
            browser.close()
    finally:
        running.terminate()
        running.wait(30)


SHOWS = """([mark]) => {
    const page = document.getElementById("html").contentDocument;
    if (!page || !page.body) return false;
    const title = page.querySelector("h1");
    return page.body.textContent.includes(mark)
        || (title && getComputedStyle(title, "::after").content.includes(mark));
}"""
"""Whether the pane of the page shows a word. It is asked again and again from outside: the page's policy
lets no script in it be made of words."""


def taken(page: "Page", folder: Path, change: Callable[[Path, str], None], mark: str) -> float:
    """Seconds from a change of a file to the page that shows it."""
    began = time.monotonic()
    change(folder, mark)
    while not page.evaluate(SHOWS, [mark]):
        if time.monotonic() - began > PATIENCE / 1000:
            raise TimeoutError(f"{change.__name__}: the change did not come")
        time.sleep(0.01)
    return time.monotonic() - began


def main(rounds: int) -> bool:
    """Print what each kind of change takes; whether all hold."""
    holds = True
    with tempfile.TemporaryDirectory() as name, opened(Path(name)) as page:
        for change in CHANGES:
            marks = [
                "·" * (turn + 3) if change is template else f"{change.__name__.title()}land{turn}"
                for turn in range(rounds)
            ]
            times = [taken(page, Path(name), change, mark) for mark in marks]
            middle = statistics.median(times)
            holds &= middle <= BOUND
            print(f"a changed {change.__name__:<10}{middle:6.2f} s, at most {max(times):.2f} s, of {rounds}")
    return holds


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
