"""No secret comes out through an error, a traceback or the log, whichever part of the program it passes."""

import logging
import traceback
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from briefgen.config import load_config, load_secrets
from briefgen.deliver import DELIVERERS
from briefgen.model.artefact import Artefact
from briefgen.model.edition import Counts, Edition, Filed
from briefgen.model.job import Config
from briefgen.model.parcel import Parcel
from briefgen.model.problem import BriefgenError
from briefgen.model.redaction import Redacting, hide, redacted

VALUE = "wh1te/heron+flies"
ENCODED = "wh1te%2Fheron%2Bflies"
PARTS = ("heron", "aDF0ZS9oZXJvbi")

SETTINGS = f"""
store = "postgresql://me:{VALUE}@127.0.0.1:1/briefs"
[jobs.daily]
sources = ["seeds/"]
[[jobs.daily.feeds]]
name = "wire"
url = "http://me:{ENCODED}@127.0.0.1:1/feed"
[[jobs.daily.deliveries]]
kind = "mail"
to = ["a@example.org"]
from = "b@example.org"
host = "127.0.0.1"
port = 1
security = "none"
user = "b"
password = "KEY"
timeout = 1
[[jobs.daily.deliveries]]
kind = "webhook"
url = "http://me:{ENCODED}@127.0.0.1:1/hook"
secret = "KEY"
timeout = 1
[[jobs.daily.deliveries]]
kind = "slack"
url = "CHAT"
timeout = 1
"""
CHAT = f"http://127.0.0.1:1/services/{VALUE}"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "briefgen.toml").write_text(SETTINGS)
    return load_config(tmp_path / "briefgen.toml", {})


def parcel() -> Parcel:
    edition = Edition(
        job="daily", number=1, made="2024-10-18T06:00:00Z", as_of="2024-10-18", title="Brief",
        fingerprint="", folder="2024-10-18-1", counts=Counts(1, 1, 0), run=1,
    )  # fmt: skip
    file = Filed(Artefact("analyst.md", "text/markdown", b"# Brief\n"), "analyst", None)
    return Parcel(edition=edition, files=(file,), summary="first edition", recipient="a@example.org", key="k")


def deliver(config: Config, number: int) -> None:
    channel = config.jobs[0].deliveries[number]
    secrets = load_secrets(config, ("KEY", "CHAT"), {"KEY": VALUE, "CHAT": CHAT})
    DELIVERERS[type(channel)](channel, parcel(), secrets)


def open_store(config: Config) -> None:
    from briefgen.store import database

    database.open_store(config.store)


FAULTS: dict[str, Callable[[Config], None]] = {
    "mail": lambda config: deliver(config, 0),
    "webhook": lambda config: deliver(config, 1),
    "slack": lambda config: deliver(config, 2),
    "store": open_store,
}


def assert_clean(words: str) -> None:
    assert not [part for part in PARTS if part in words], words


@pytest.mark.parametrize("name", FAULTS)
def test_an_error_says_no_secret(config: Config, name: str) -> None:
    with pytest.raises(BriefgenError) as raised:
        FAULTS[name](config)
    assert_clean(str(raised.value))


@pytest.mark.parametrize("name", FAULTS)
def test_neither_does_its_traceback_where_it_is_shown(config: Config, name: str) -> None:
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(Redacting())
    logger = logging.Logger("briefgen.test")
    logger.addHandler(handler)
    try:
        FAULTS[name](config)
    except BriefgenError as error:
        logger.exception("%s of %s: %s", name, config.store, error)
        logger.error("with all values: %r %r", config, load_secrets(config, ("KEY",), {"KEY": VALUE}))
        assert_clean(redacted(traceback.format_exc()))
    assert "Traceback" in written.getvalue()
    assert_clean(written.getvalue())


def test_the_store_remembers_none(tmp_path: Path) -> None:
    from briefgen.model.edition import Delivery
    from briefgen.store.database import open_store
    from briefgen.store.deliveries import deliveries_of, plan, record
    from briefgen.store.runs import end_run, start_run

    hide((VALUE,))
    said = f"the server said {VALUE}"
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    run = start_run(store, "daily", "2024-10-18T06:00:00+00:00")
    with store.writing() as connection:
        ended = end_run(connection, run, "2024-10-18T06:00:01+00:00", "failed", said, None, [("wire", said)])
        plan(connection, [Delivery(id=0, job="daily", edition=1, channel="mail", recipient="a", key="k")])
        (one,) = deliveries_of(connection, "daily", 1)
        record(connection, one, "failed", "2024-10-18T06:00:01+00:00", said)
        (tried,) = deliveries_of(connection, "daily", 1)
    store.close()
    assert_clean(repr((ended, tried)))
    assert "the server said" in repr(ended)
    assert "the server said" in repr(tried)
