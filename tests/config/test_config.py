"""What `briefgen.toml` says is found, read, made absolute, and filled in with what it leaves out."""

from pathlib import Path

import pytest

from briefgen.cli.folders import own_templates as own_templates_of_cli
from briefgen.config import find_config, load_config
from briefgen.config.jobs import own_templates
from briefgen.model.job import (
    Atom,
    Config,
    Feed,
    Folder,
    Job,
    Mail,
    Retention,
    Schedule,
    Secret,
    Slack,
    Window,
)
from briefgen.model.problem import InputError
from briefgen.model.redaction import redacted


def load(folder: Path, text: str, environment: dict[str, str] | None = None) -> Config:
    path = folder / "briefgen.toml"
    path.write_text(text, "utf-8")
    return load_config(path, environment or {})


def job(folder: Path, text: str) -> Job:
    """The job of a file whose job says `text`."""
    (only,) = load(folder, f'[jobs.daily]\nsources = ["seeds/"]\n{text}').jobs
    return only


def delivery(folder: Path, text: str) -> object:
    (only,) = job(folder, f"[[jobs.daily.deliveries]]\n{text}").deliveries
    return only


def test_it_is_found_from_any_folder_below(tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").touch()
    (tmp_path / "a/b").mkdir(parents=True)
    assert find_config(tmp_path / "a/b") == find_config(tmp_path) == tmp_path / "briefgen.toml"


def test_the_nearest_one_counts(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for folder in (tmp_path, tmp_path / "a"):
        (folder / "briefgen.toml").touch()
    assert find_config(tmp_path / "a") == tmp_path / "a/briefgen.toml"


def test_where_there_is_none_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="briefgen init"):
        find_config(tmp_path)


def test_a_job_needs_to_say_no_more_than_its_sources(tmp_path: Path) -> None:
    found = load(tmp_path, '[jobs.daily]\nsources = "seeds"')
    (only,) = found.jobs
    assert found.store == f"sqlite:///{tmp_path}/.briefgen/store.db"
    assert found.secrets == tmp_path / "secrets.toml"
    assert found.job("daily") == only
    assert only.sources == (tmp_path / "seeds",)
    assert only.output == tmp_path / "output/daily"
    assert only.feed_folder == tmp_path / "feeds/daily"
    assert (only.audiences, only.formats) == (("analyst",), ("md", "pdf", "json"))
    assert (only.window, only.retention, only.schedule) == (Window(), Retention(), None)


def test_paths_are_seen_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    (tmp_path / "briefgen.toml").write_text('[jobs.daily]\nsources = ["../reports", "~/more", "/srv/*.txt"]')
    (only,) = load_config(Path("../briefgen.toml"), {"HOME": "/home/me"}).jobs
    assert only.sources == (tmp_path.parent / "reports", Path("/home/me/more"), Path("/srv/*.txt"))


def test_defaults_hold_where_a_job_says_nothing_else(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        """
        [defaults]
        sources = ["wire/{job}"]
        notes = "notes/{job}.md"
        audiences = ["analyst", "public"]
        retention = { editions = 3 }
        output = "made/{job}"
        [jobs.one]
        [jobs.two]
        audiences = "executive"
        retention = { days = 9 }
        """,
    )
    one, two = found.jobs
    assert (one.sources, two.sources) == ((tmp_path / "wire/one",), (tmp_path / "wire/two",))
    assert (one.notes, two.notes) == (tmp_path / "notes/one.md", tmp_path / "notes/two.md")
    assert (one.audiences, two.audiences) == (("analyst", "public"), ("executive",))
    assert (one.retention, two.retention) == (Retention(editions=3), Retention(days=9))
    assert (one.output, two.output) == (tmp_path / "made/one", tmp_path / "made/two")


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("all", Window()),
        ("new", Window("new")),
        ("24h", Window("hours", 24)),
        ("7d", Window("hours", 168)),
        ("2 w", Window("hours", 336)),
    ],
)
def test_a_window_is_all_or_new_or_a_span(tmp_path: Path, words: str, window: Window) -> None:
    assert job(tmp_path, f'window = "{words}"').window == window


def test_a_schedule_is_kept_as_cron_with_its_zone(tmp_path: Path) -> None:
    found = job(tmp_path, 'schedule = "mon-fri 06:00"\nzone = "Europe/Berlin"')
    assert found.schedule == Schedule("0 6 * * 1-5", "Europe/Berlin")
    assert found.zone == "Europe/Berlin"


def test_without_a_zone_it_is_that_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert job(tmp_path, 'schedule = "06:00"').schedule == Schedule("0 6 * * *", "Asia/Tokyo")


def test_a_day_may_stand_without_quotation_marks(tmp_path: Path) -> None:
    assert job(tmp_path, "published = 2024-10-18").published == "2024-10-18"
    assert job(tmp_path, 'published = "2024-10-18T06:00Z"').published == "2024-10-18T06:00:00+00:00"


def test_own_templates_are_looked_through_as_build_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("house/director", "templates", ".config/briefgen/templates"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "house/director/audience.toml").touch()
    environment = {"XDG_CONFIG_HOME": str(tmp_path / ".config"), "HOME": str(tmp_path)}
    text = '[jobs.daily]\nsources = "seeds"\ntemplates = "house"\naudiences = "director"'
    (only,) = load(tmp_path, text, environment).jobs
    monkeypatch.setenv("XDG_CONFIG_HOME", environment["XDG_CONFIG_HOME"])
    monkeypatch.setenv("HOME", environment["HOME"])
    assert only.templates == (tmp_path / "house", tmp_path / "templates", own_templates_of_cli())
    assert own_templates(environment) == (own_templates_of_cli(),)


MAIL = """\
kind = "mail"
to = ["a@example.org", "b@example.org"]
from = "c@example.org"
host = "smtp.example.org"
"""


def test_a_mail_says_what_it_has_to_and_the_rest_is_usual(tmp_path: Path) -> None:
    to = ("a@example.org", "b@example.org")
    expected = Mail(name="mail", to=to, sender="c@example.org", host="smtp.example.org")
    assert delivery(tmp_path, MAIL) == expected


@pytest.mark.parametrize(
    ("text", "port", "security"),
    [
        ("", 587, "starttls"),
        ("port = 465", 465, "tls"),
        ("port = 2525", 2525, "starttls"),
        ('security = "tls"', 465, "tls"),
        ('security = "none"', 25, "none"),
        ('security = "tls"\nport = 4650', 4650, "tls"),
    ],
)
def test_port_and_security_of_a_mail_follow_from_each_other(
    tmp_path: Path, text: str, port: int, security: str
) -> None:
    found = delivery(tmp_path, MAIL + text)
    assert isinstance(found, Mail)
    assert (found.port, found.security) == (port, security)


def test_an_address_may_stand_behind_a_name(tmp_path: Path) -> None:
    found = delivery(tmp_path, MAIL.replace("c@example.org", "Night desk <c@example.org>"))
    assert isinstance(found, Mail)
    assert found.sender == "Night desk <c@example.org>"


def test_secrets_are_named(tmp_path: Path) -> None:
    found = delivery(tmp_path, MAIL + 'user = "c"\npassword = "SMTP_PASSWORD"')
    assert isinstance(found, Mail)
    assert found.password == Secret("SMTP_PASSWORD")
    assert delivery(tmp_path, 'kind = "slack"\nurl = "CHAT"') == Slack(name="slack", url=Secret("CHAT"))


def test_the_path_of_a_delivery_may_name_the_job(tmp_path: Path) -> None:
    folder = delivery(tmp_path, 'kind = "folder"\npath = "/srv/{job}"\nlatest = false')
    assert folder == Folder(name="folder", path=Path("/srv/daily"), latest=False)
    atom = delivery(tmp_path, 'kind = "atom"\npath = "public/{job}.xml"')
    assert atom == Atom(name="atom", path=tmp_path / "public/daily.xml")


def test_a_job_of_feeds_needs_no_other_sources(tmp_path: Path) -> None:
    text = '[jobs.daily]\nfeeds = [{ name = "wire", url = "https://news.example/feed.xml" }]'
    (only,) = load(tmp_path, text).jobs
    assert only.feeds == (Feed("wire", "https://news.example/feed.xml"),)


@pytest.mark.parametrize(
    ("said", "store"),
    [
        ("data/x.db", "sqlite:///{folder}/data/x.db"),
        ("/var/lib/x.db", "sqlite:////var/lib/x.db"),
        ("sqlite:///data/x.db", "sqlite:///{folder}/data/x.db"),
        ("sqlite:////var/x.db", "sqlite:////var/x.db"),
        ("postgresql://me@db/briefs", "postgresql://me@db/briefs"),
    ],
)
def test_a_store_is_a_file_or_a_database(tmp_path: Path, said: str, store: str) -> None:
    text = '[jobs.daily]\nsources = "seeds"'
    expected = store.format(folder=tmp_path)
    assert load(tmp_path, f'store = "{said}"\n{text}').store == expected
    assert load(tmp_path, f'store = "other.db"\n{text}', {"BRIEFGEN_STORE": said}).store == expected


def test_passwords_in_addresses_are_hidden_from_then_on(tmp_path: Path) -> None:
    text = (
        '[jobs.daily]\n[[jobs.daily.feeds]]\nname = "wire"\nurl = "https://me:tulip%2Bbulb@news.example/feed"'
    )
    load(tmp_path, text, {"BRIEFGEN_STORE": "postgresql://me:crocus/42@db/briefs"})
    shown = redacted("password crocus/42 wrong; tulip%2Bbulb and tulip+bulb too")
    assert "crocus" not in shown
    assert "tulip" not in shown


def test_a_file_of_windows_is_read_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_bytes(b"\xef\xbb\xbf[jobs.daily]\r\nsources = 'seeds'\r\nwindwo = 'new'\r\n")
    with pytest.raises(InputError, match="line 3: `windwo`"):
        load_config(path, {})
