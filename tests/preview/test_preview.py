"""`briefgen preview` in a real Chromium: it follows changes, says what is wrong, and lets nobody in."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
from browser import chromium
from conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SOON = 10_000
"""Milliseconds that a change may take on a machine that does other things too; alone it takes less than one
second, which docs/preview.md states."""
ENDINGS = int(os.environ.get("BRIEFGEN_ENDINGS", "4"))
"""How often the preview is ended at some moment of its work."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]{32}/")


class Running(NamedTuple):
    """A preview, and the folders that it shows."""

    address: str
    process: "subprocess.Popen[str]"
    sources: Path
    templates: Path

    def ask(
        self, path: str, host: str | None = None, token: str | None = None, method: str = "GET"
    ) -> http.client.HTTPResponse:
        """The answer to one request, by default with the right token and host."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=30)
        held = parts.path.strip("/") if token is None else token
        connection.putrequest(method, f"/{held}/{path}" if held else f"/{path}", skip_host=True)
        connection.putheader("Host", host if host is not None else parts.netloc)
        connection.endheaders()
        return connection.getresponse()


def started(folder: Path, *options: str) -> Running:
    """A preview of copies, in `folder`, of seeds/ and of the analyst's templates."""
    sources = Path(shutil.copytree(ROOT / "seeds", folder / "reports"))
    templates = folder / "house"
    for name in ("analyst", "_shared/style"):
        shutil.copytree(ROOT / "templates" / name, templates / name)
    for name in ("brief.md.jinja", "sections.md.jinja", "style.css"):
        shutil.copy(ROOT / "templates" / "_shared" / name, templates / "_shared" / name)
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "preview", "reports", "--templates", "house", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", str(ROOT))},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = ADDRESS.search(line)
    assert found, line + process.stderr.read()
    return Running(found[0], process, sources, templates)


def below(pid: int) -> list[str]:
    """The processes that the process `pid` has begun."""
    tasks = Path(f"/proc/{pid}/task")
    return [child for task in tasks.glob("*/children") for child in task.read_text().split()]


def all_gone(pids: list[str]) -> bool:
    """Whether none of the processes is there any more."""
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def ended(running: Running, number: int = signal.SIGINT) -> tuple[int, str]:
    """The exit status after Ctrl-C or another signal, and what was said at the end."""
    assert running.process.stderr is not None
    running.process.send_signal(number)
    try:
        status = running.process.wait(60)
        return status, running.process.stderr.read()
    finally:
        running.process.kill()
        running.process.wait()
        running.process.stderr.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    preview = started(tmp_path)
    yield preview
    ended(preview)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: "Browser", running: Running) -> Iterator["Page"]:
    """The preview in the browser, the brief loaded; the page must not have been told off by then or later."""
    told: list[str] = []
    found = browser.new_page(viewport={"width": 1400, "height": 900})
    found.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    found.on("pageerror", lambda error: told.append(str(error)))
    found.goto(running.address)
    heading(found).wait_for(timeout=SOON)
    yield found
    found.close()
    assert not told


def heading(page: "Page") -> "Locator":
    return page.frame_locator("#html").locator("h1")


def printed(running: Running, url: str) -> bytes:
    """The PDF at `url`, an address that the page has asked for."""
    return running.ask(url.removeprefix(running.address)).read()


def until(true: Callable[[], bool]) -> None:
    """Wait for what a strict page does not let a script wait for."""
    end = time.monotonic() + SOON / 1000
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_a_changed_template_style_or_source_shows_at_once(page: "Page", running: Running) -> None:
    brief = page.frame_locator("#html")
    edit(running.templates / "analyst" / "audience.toml", "Analyst brief", "Brief of the house")
    brief.get_by_text("Brief of the house").first.wait_for(timeout=SOON)

    with (running.templates / "analyst" / "style.css").open("a") as style:
        style.write("h1 { color: #123456 }\n")
    until(lambda: heading(page).evaluate("one => getComputedStyle(one).color") == "rgb(18, 52, 86)")

    added = running.sources / "added.txt"
    added.write_text("Mayor Odd Lund said on Friday that the ferry had left Orlo.\n", "utf-8")
    brief.get_by_text("the ferry had left Orlo").first.wait_for(timeout=SOON)
    added.with_name("added.txt.meta.toml").write_text('publisher = "The Harbour Post"\n', "utf-8")
    brief.get_by_text("The Harbour Post").first.wait_for(timeout=SOON)


def test_changed_notes_show_at_once_and_broken_ones_are_told(browser: "Browser", tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("It is likely that they talk.", "utf-8")
    preview = started(tmp_path, "--notes", "notes.md")
    page = browser.new_page()
    page.goto(preview.address)
    brief = page.frame_locator("#html")
    brief.get_by_text("It is likely that they talk.").first.wait_for(timeout=SOON)
    notes.write_text("It is unlikely that they talk.", "utf-8")
    brief.get_by_text("It is unlikely that they talk.").first.wait_for(timeout=SOON)
    notes.write_text("It is over, see [[no.txt]].", "utf-8")
    page.locator("#error").wait_for(state="visible", timeout=SOON)
    assert "notes.md, line 1: there is no source [[no.txt]]" in page.locator("#error").inner_text()
    notes.write_text("It is over.", "utf-8")
    brief.get_by_text("It is over.").first.wait_for(timeout=SOON)
    page.locator("#error").wait_for(state="hidden", timeout=SOON)
    page.close()
    ended(preview)


def test_a_broken_template_is_told_above_the_last_good_page_until_it_is_mended(
    page: "Page", running: Running
) -> None:
    good = heading(page).inner_text()
    file = running.templates / "_shared" / "brief.md.jinja"
    whole = file.read_text("utf-8")
    file.write_text(whole + "{{ brief.titel }}\n", "utf-8")

    error = page.locator("#error")
    error.wait_for(state="visible", timeout=SOON)
    told = error.inner_text()
    line = whole.count("\n") + 1
    assert f"house/_shared/brief.md.jinja, line {line}" in told
    assert "did you mean `title`?" in told.lower() or "`brief.title`" in told
    assert heading(page).inner_text() == good
    ran = subprocess.run(
        [sys.executable, "-m", "briefgen", "build", "reports", "--templates", "house", "--format", "md"],
        cwd=running.templates.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    said = ran.stderr.removeprefix("Error: ").strip()
    assert said
    assert page.locator("#error pre").inner_text().strip() == said

    file.write_text(whole, "utf-8")
    error.wait_for(state="hidden", timeout=SOON)
    assert heading(page).inner_text() == good


def test_another_audience_can_be_chosen_and_a_new_one_comes_in(page: "Page", running: Running) -> None:
    shutil.copytree(running.templates / "analyst", running.templates / "director")
    edit(running.templates / "director" / "audience.toml", "Analyst brief", "Director’s brief")
    page.locator("#audience option[value=director]").wait_for(state="attached", timeout=SOON)
    page.locator("#audience").select_option("director")
    page.frame_locator("#html").get_by_text("Director’s brief").first.wait_for(timeout=SOON)
    page.reload()
    page.frame_locator("#html").get_by_text("Director’s brief").first.wait_for(timeout=SOON)
    page.locator("#audience").select_option("analyst")
    page.frame_locator("#html").get_by_text("Analyst brief").first.wait_for(timeout=SOON)


def test_an_audience_without_a_good_page_yet_shows_no_page_of_another(page: "Page", running: Running) -> None:
    shutil.copytree(running.templates / "analyst", running.templates / "broken")
    (running.templates / "broken" / "brief.md.jinja").write_text("{% endfor %}\n", "utf-8")
    page.locator("#audience option[value=broken]").wait_for(state="attached", timeout=SOON)
    page.locator("#audience").select_option("broken")
    page.get_by_text("There is no page yet").wait_for(timeout=SOON)
    assert not page.locator("#html").is_visible()
    page.locator("#audience").select_option("analyst")
    page.locator("#html").wait_for(state="visible", timeout=SOON)
    shutil.rmtree(running.templates / "broken")


def test_the_pdf_is_that_of_a_build_and_follows_changes(page: "Page", running: Running) -> None:
    with page.expect_response(
        lambda answer: "/pdf/" in answer.url and answer.status == 200, timeout=6 * SOON
    ) as first:
        page.locator("input[value=both]").check()
    before = printed(running, first.value.url)
    subprocess.run(
        [sys.executable, "-m", "briefgen", "build", "reports", "--templates", "house", "--format", "pdf"],
        cwd=running.templates.parent,
        capture_output=True,
        check=True,
    )
    assert before == (running.templates.parent / "output" / "reports" / "analyst.pdf").read_bytes()
    with page.expect_response(
        lambda answer: "/pdf/" in answer.url and answer.url != first.value.url, timeout=6 * SOON
    ) as second:
        edit(running.templates / "analyst" / "audience.toml", "Analyst brief", "Brief of the house")
    assert printed(running, second.value.url) != before


def test_the_place_in_the_page_is_kept(page: "Page", running: Running) -> None:
    place = "document.querySelector('#html').contentWindow.scrollY"
    page.evaluate("document.querySelector('#html').contentWindow.scrollTo(0, 1500)")
    edit(running.templates / "analyst" / "audience.toml", "Analyst brief", "Brief of the house")
    page.frame_locator("#html").get_by_text("Brief of the house").first.wait_for(timeout=SOON)
    until(lambda: page.evaluate(place) == 1500)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_frame(page: "Page", running: Running, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    edit(running.templates / "_shared" / "brief.md.jinja", "{%", "{{ nothing }}{%")
    page.locator("#error").wait_for(state="visible", timeout=SOON)
    found = Axe().run(page, options={"iframes": False}).response["violations"]
    assert not [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def test_nobody_gets_in_without_the_token_or_under_another_name(running: Running) -> None:
    port = urlsplit(running.address).port
    assert running.ask("").status == 200
    assert running.ask("", host=f"localhost:{port}").status == 200
    for path in ("", "html/analyst", "pdf/analyst", "events/analyst"):
        assert running.ask(path, token="").status == 403
        assert running.ask(path, token="a" * 32).status == 403
        for host in ("evil.example", f"evil.example:{port}", "", "127.0.0.1", "127.0.0.1:1"):
            assert running.ask(path, host=host).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "html/../../etc/passwd",
        "html/%2e%2e%2fanalyst",
        "html/nobody",
        "html",
        "html/analyst/style.css",
        "/analyst",
        "reports",
        "frame.js",
    ],
)
def test_there_is_nothing_but_the_briefs(running: Running, path: str) -> None:
    assert running.ask(path).status == 404


def test_nothing_can_be_sent_to_it(running: Running) -> None:
    assert running.ask("html/analyst", method="POST").status == 501


def test_every_answer_is_strict(running: Running) -> None:
    for path in ("", "html/analyst", "pdf/analyst"):
        answer = running.ask(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "frame-ancestors" in policy
        assert "script-src 'unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    first, second = (running.ask("").headers["Content-Security-Policy"] for _ in range(2))
    assert "script-src 'nonce-" in first
    assert first != second


def test_only_this_machine_can_reach_it(running: Running) -> None:
    port = urlsplit(running.address).port or 0
    with socket.socket(socket.AF_INET) as other:
        other.settimeout(2)
        own = socket.gethostbyname(socket.gethostname())
        if not own.startswith("127."):
            with pytest.raises(OSError, match=r"refused|timed out|unreachable"):
                other.connect((own, port))
        else:
            with pytest.raises(OSError, match="refused"):
                other.connect(("127.0.0.2", port))


def test_interrupting_it_ends_it_quietly(tmp_path: Path) -> None:
    preview = started(tmp_path)
    time.sleep(0.5)
    status, said = ended(preview)
    assert status == 130
    assert "Traceback" not in said
    assert not (tmp_path / "output").exists()


def shown_at(address: str, path: str) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=30)
    connection.request("GET", parts.path + path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8", "replace")


def test_what_changed_since_an_edition_can_be_seen(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("The mayor said on Monday that 40 ships had left the harbour.\n")
    subprocess.run(
        [sys.executable, "-m", "briefgen", "build", "reports", "--format", "json"], cwd=tmp_path, check=True
    )
    (reports / "b.txt").write_text("The pilots said on Tuesday that the lighthouse was dark.\n")
    options = ("--since", "output/reports/brief.json")
    with previewing(tmp_path, "reports", *options) as address:
        status, html = shown_at(address, "html/analyst")
    assert status == 200
    assert "1 new, 0 changed, 0 withdrawn since edition 1" in html


@contextmanager
def previewing(folder: Path, *options: str) -> Iterator[str]:
    """The address of a preview in `folder`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "preview", *options],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = ADDRESS.search(line)
    assert found, line + process.stderr.read()
    try:
        yield found[0]
    finally:
        ended(Running(found[0], process, folder, folder))


JOB = """\
[jobs.daily]
sources = ["seeds/"]
formats = ["json"]
templates = "house/"
"""


@pytest.fixture
def nights(tmp_path: Path) -> Path:
    """A folder with a job of two editions."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefgen.toml").write_text(JOB)
    shutil.copytree(ROOT / "templates/analyst", tmp_path / "house/analyst")
    for name, said in (("a", "40 ships had left the harbour"), ("b", "the lighthouse was dark")):
        (tmp_path / f"seeds/{name}.txt").write_text(f"The mayor said on Monday that {said}.\n")
        subprocess.run([sys.executable, "-m", "briefgen", "run"], cwd=tmp_path, check=True)
    return tmp_path


def test_an_edition_that_is_kept_can_be_chosen_and_follows_its_template(
    browser: "Browser", nights: Path
) -> None:
    with previewing(nights, "--job", "daily") as address:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(address)
        brief = page.frame_locator("#html").locator("main")
        brief.get_by_text("lighthouse").first.wait_for(timeout=SOON)
        page.select_option("#edition", "1")
        until(lambda: "40 ships" in brief.inner_text() and "lighthouse" not in brief.inner_text())
        assert page.evaluate("location.hash").endswith("/1")
        page.reload()
        until(lambda: "40 ships" in brief.inner_text() and "lighthouse" not in brief.inner_text())
        style = nights / "house/analyst/audience.toml"
        style.write_text(
            re.sub(r'title = ".*"', 'title = "For the pilots"', style.read_text("utf-8"), count=1)
        )
        until(lambda: "For the pilots" in page.locator("#audience").inner_text())
        page.close()


def test_a_new_edition_is_offered_and_one_that_is_none_is_not_found(nights: Path) -> None:
    with previewing(nights, "--job", "daily", "seeds/") as address:
        (nights / "seeds/c.txt").write_text("The pilots said on Tuesday that two tugs were lost.\n")
        subprocess.run([sys.executable, "-m", "briefgen", "run"], cwd=nights, check=True)
        frame = shown_at(address, "")[1]
        assert re.findall(r'<option value="(\d)">', frame) == ["0", "3", "2", "1"]
        assert "two tugs" in shown_at(address, "html/analyst?e=3")[1]
        assert "two tugs" not in shown_at(address, "html/analyst?e=2")[1]
        assert [shown_at(address, f"html/analyst?e={number}")[0] for number in ("4", "x", "-1")] == [404] * 3


def test_a_job_without_an_edition_has_nothing_to_preview(tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text(JOB)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "house").mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "briefgen", "preview", "--job", "daily"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "`briefgen run daily` makes one" in ran.stderr


@contextmanager
def asked_for(preview: Running) -> Iterator[None]:
    """Browsers that ask for everything there is, all the time, while the machine is busy."""
    over = threading.Event()

    def ask(path: str) -> None:
        while not over.is_set():
            with suppress(OSError, http.client.HTTPException):
                preview.ask(path).read()

    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    askers = [threading.Thread(target=ask, args=(f"{kind}/analyst",)) for kind in ("html", "pdf", "events")]
    try:
        for one in askers:
            one.start()
        yield
    finally:
        busy.kill()
        busy.wait()
        over.set()
        for one in askers:
            one.join()


def test_whatever_it_is_at_a_signal_ends_it_and_all_that_it_began(tmp_path: Path) -> None:
    moments = Random(7)
    for turn in range(ENDINGS):
        preview = started(tmp_path / str(turn))
        number = moments.choice([signal.SIGINT, signal.SIGTERM])
        with asked_for(preview):
            time.sleep(moments.uniform(0, 2))
            begun = below(preview.process.pid)
            status, said = ended(preview, number)
        assert (status, "Traceback" in said) == (128 + number, False), said
        until(partial(all_gone, begun))


def test_a_signal_while_sources_are_read_ends_it_at_once(tmp_path: Path) -> None:
    sources = tmp_path / "reports"
    sources.mkdir()
    for number in range(300):
        text = f"The port of Vale closed on day {number}, said the harbour master.\n\n" * 40
        (sources / f"{number}.txt").write_text(text)
    for pause in (0.6, 1.1):
        process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "preview", "reports"],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(pause)
        status, said = ended(Running("", process, sources, sources))
        assert status == 130
        assert "The preview is at" not in said


def test_a_second_signal_ends_it_without_waiting(tmp_path: Path) -> None:
    preview = started(tmp_path)
    preview.process.send_signal(signal.SIGTERM)
    assert ended(preview)[0] in (128 + signal.SIGTERM, 128 + signal.SIGINT)


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = subprocess.run(
            [sys.executable, "-m", "briefgen", "preview", str(ROOT / "seeds"), "--port", port],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ran.returncode == 1
    assert f"port {port}" in ran.stderr
    assert "--port" in ran.stderr


def test_sources_that_are_not_there_are_told_before_anything_is_shown(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "briefgen", "preview", "nowhere"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "nowhere" in ran.stderr
