"""A real Chromium, the system's own: where it is, and what it is started with."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from conftest import needs, needs_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str:
    """`BRIEFGEN_CHROMIUM`, or Chromium as the system calls it; a test without it is skipped."""
    named = os.environ.get("BRIEFGEN_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        needs("chromium", "it (`apt-get install chromium`), or name one with BRIEFGEN_CHROMIUM,")
    return found or ""


@contextmanager
def chromium() -> Iterator["Browser"]:
    """A browser with an empty profile of its own."""
    needs_module("playwright")
    path = executable()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS, chromium_sandbox=False)
        try:
            yield browser
        finally:
            browser.close()
