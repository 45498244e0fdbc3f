"""The schema for editors takes what the program takes, and refuses what is wrong in its shape."""

import tomllib
from typing import Any

import pytest

from briefgen.config.schema import config_schema
from briefgen.config.starter import starter

JOB = '[jobs.daily]\nsources = ["seeds/"]\n'


def errors(text: str) -> list[Any]:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(config_schema())
    return list(Draft202012Validator(config_schema()).iter_errors(tomllib.loads(text)))


def test_it_takes_the_file_that_init_writes_with_all_that_it_offers() -> None:
    text = starter("Europe/Berlin")
    lines = (line for line in text.split("\n") if " = " in line or "[" in line)
    opened = (line.removeprefix("# ").removeprefix("# ") for line in lines)
    whole = "\n".join(
        line for line in opened if line.startswith("[[") or line[:1].isalpha() or "[jobs." in line
    )
    assert "[[jobs.daily.deliveries]]" in whole
    assert not errors(text)
    assert not errors(whole.replace("published = 2024-10-18", 'published = "2024-10-18"'))


@pytest.mark.parametrize(
    "text",
    [
        "stroe = 'x'\n" + JOB,
        JOB + "formats = ['pfd']",
        JOB + "window = 'yesterday'",
        JOB + "retention = { editions = 0 }",
        JOB + "[[jobs.daily.feeds]]\nname = 'wire'",
        JOB + "[[jobs.daily.deliveries]]\nkind = 'email'",
        JOB + "[[jobs.daily.deliveries]]\nkind = 'slack'\nurl = 'https://hooks.example/x'",
        "[jobs.'two words']",
    ],
)
def test_it_refuses_what_is_wrong_in_its_shape(text: str) -> None:
    assert errors(text)
