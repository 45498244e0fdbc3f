"""A run that is killed anywhere costs nothing: the next makes and delivers exactly what was due."""

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web_server import Reply, Site, web_server

from briefgen.model.edition import Edition
from briefgen.store.database import open_store
from briefgen.store.deliveries import deliveries_of
from briefgen.store.editions import editions_of, files_of

POINTS = {"sqlite": 200, "postgresql": 20}
TEXTS = "The mayor of Port {n} said on Monday that {n} ships had left.\n"
CONFIG = """\
store = "{store}"
[jobs.daily]
sources = ["seeds/"]
window = "new"
formats = ["md", "json"]
zone = "UTC"
[[jobs.daily.deliveries]]
kind = "webhook"
name = "hook"
url = "{address}"
[[jobs.daily.deliveries]]
kind = "folder"
name = "share"
path = "share"
[[jobs.daily.deliveries]]
kind = "atom"
name = "feed"
path = "feed.xml"
"""


class Keeper:
    """A process that runs the job, and kills it on demand; imports cost it only once."""

    def __init__(self, config: Path) -> None:
        program = [sys.executable, str(Path(__file__).with_name("keeper.py")), str(config)]
        self._process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, **order: float) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, "the run failed"
        found: dict[str, Any] = json.loads(answer)
        return found

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with web_server() as running:
        yield running


@pytest.fixture
def keeper(tmp_path: Path, site: Site, store_address: str) -> Iterator[Keeper]:
    (tmp_path / "seeds").mkdir()
    hook = site.at("/hook", Reply(200))
    store = store_address.removeprefix("sqlite:///")
    (tmp_path / "briefgen.toml").write_text(CONFIG.format(address=hook, store=store))
    made = Keeper(tmp_path / "briefgen.toml")
    yield made
    made.close()


def add_source(folder: Path, number: int) -> None:
    (folder / f"seeds/{number:04}.txt").write_text(TEXTS.format(n=number))


def editions(address: str) -> tuple[Edition, ...]:
    store = open_store(address)
    with store.reading() as connection:
        found = editions_of(connection, "daily")[::-1]
        for one in found:
            for kept in files_of(connection, one):
                assert (Path(one.folder) / kept.artefact.name).read_bytes() == kept.artefact.data
        states = {one.state for one in deliveries_of(connection, "daily")}
    store.close()
    assert states == {"sent"}
    return found


def test_killed_at_any_point_it_loses_nothing_and_repeats_nothing(
    tmp_path: Path, keeper: Keeper, site: Site, store_address: str
) -> None:
    """Half of the points are moments, half are places: before the n-th thing that the run does."""
    points = POINTS[store_address.partition(":")[0]]
    chance = random.Random(20261122)
    add_source(tmp_path, 1)
    keeper.run()
    add_source(tmp_path, 2)
    whole = keeper.run()
    killed = 0
    for number in range(3, points + 3):
        add_source(tmp_path, number)
        if number % 2:
            answer = keeper.run(seconds=chance.uniform(0, whole["seconds"]))
        else:
            answer = keeper.run(effects=chance.randint(1, whole["effects"]))
        killed += answer["effects"] is None
        keeper.run()
    found = editions(store_address)
    assert killed > points * 0.7
    assert [one.number for one in found] == list(range(1, points + 3))
    assert {one.counts.sources for one in found} == {1}
    assert len(list((tmp_path / "output/daily").iterdir())) == points + 2
    assert not list(tmp_path.rglob(".briefgen-*"))
    assert (tmp_path / "share/latest").resolve().name == Path(found[-1].folder).name
    assert len(list((tmp_path / "share").glob("2*"))) == points + 2
    check_calls(site, points)


def check_calls(site: Site, points: int) -> None:
    """Each edition came; one that was sent when the run was killed came again under the same key."""
    keys = Counter(one.headers["idempotency-key"] for one in site.asked)
    assert len(keys) == points + 2
    again = len(site.asked) - len(keys)
    assert again <= max(3, points * 0.05), f"{again} calls were made again"
