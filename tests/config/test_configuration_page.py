"""docs/configuration.md explains every key, and shows no file that would not work."""

import re
from pathlib import Path

import msgspec
import pytest

from briefgen.config import load_config
from briefgen.config.keys import DELIVERIES, FEED, FILE, JOB, RETENTION
from briefgen.model.job import Atom, Channel, Feed, Folder, Job, Mail, Retention, Slack, Webhook

PAGE = (Path(__file__).resolve().parents[2] / "docs/configuration.md").read_text("utf-8")
KINDS = {"mail": Mail, "webhook": Webhook, "slack": Slack, "folder": Folder, "atom": Atom}
IN_EVERY = "All have these"
SENT = "`mail`, `webhook` and `slack` have these too"


def part(start: str) -> set[str]:
    """The keys of the first table behind `start`."""
    table = PAGE[PAGE.index(f"\n{start}") :].partition("|\n\n")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))


@pytest.mark.parametrize(
    ("heading", "keys"), [("## The file", set(FILE)), ("## A job", set(JOB)), ("## Feeds", set(FEED))]
)
def test_each_table_explains_all_keys_and_no_others(heading: str, keys: set[str]) -> None:
    assert part(heading) == keys


@pytest.mark.parametrize("kind", sorted(DELIVERIES))
def test_each_kind_of_delivery_is_explained_whole(kind: str) -> None:
    shared = part("Each below a line `[[jobs.NAME.deliveries]]`. " + IN_EVERY)
    sent = part(SENT) if kind in ("mail", "webhook", "slack") else set()
    assert part(f"`{kind}`: ") | shared | sent == {*DELIVERIES[kind], "kind"}


def fields(kind: type) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind)}


def test_every_setting_of_the_program_can_be_said() -> None:
    assert set(JOB) == fields(Job) - {"name"}
    assert set(FEED) == fields(Feed)
    assert set(RETENTION) == fields(Retention)
    assert set(KINDS.values()) == set(Channel.__args__)
    for kind, keys in DELIVERIES.items():
        assert {"sender" if key == "from" else key for key in keys} == fields(KINDS[kind])


def test_the_example_works(tmp_path: Path) -> None:
    example = PAGE.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "briefgen.toml").write_text(example)
    daily, weekly = load_config(tmp_path / "briefgen.toml", {}).jobs
    assert daily.schedule
    assert weekly.schedule
    assert daily.schedule.zone == weekly.schedule.zone == "Europe/Berlin"


@pytest.mark.parametrize("words", re.findall(r"`([^`]+)`", re.findall(r"\| `schedule` \|.*", PAGE)[0])[1:])
def test_the_schedules_that_are_shown_are_understood(tmp_path: Path, words: str) -> None:
    (tmp_path / "briefgen.toml").write_text(f'[jobs.daily]\nsources = "seeds"\nschedule = "{words}"')
    assert load_config(tmp_path / "briefgen.toml", {}).jobs[0].schedule
