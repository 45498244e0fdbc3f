"""The examples of docs/delivery.md are files that briefgen takes."""

import re
from pathlib import Path

import pytest

from briefgen.config import load_config
from briefgen.deliver import DELIVERERS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "delivery.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_is_a_configuration_without_mistakes(number: int, tmp_path: Path) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text(EXAMPLES[number], "utf-8")
    config = load_config(path, {})
    assert config.jobs[0].deliveries or config.jobs[0].feeds


def test_there_is_an_example_of_every_channel_and_of_a_feed(tmp_path: Path) -> None:
    kinds = {kind for example in EXAMPLES for kind in re.findall(r'^kind = "(\w+)"', example, re.MULTILINE)}
    assert kinds == {one.__name__.lower() for one in DELIVERERS}
    assert any(".feeds]]" in example for example in EXAMPLES)
