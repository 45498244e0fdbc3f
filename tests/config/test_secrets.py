"""Secrets come from the environment or from a file that nobody else may read, and are never repeated."""

import logging
import os
from pathlib import Path

import pytest

from briefgen.config import load_config, load_secrets, secret_names
from briefgen.model.job import Config
from briefgen.model.problem import InputError
from briefgen.model.redaction import Redacting, redacted

VALUE = "correct horse/battery"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(path=tmp_path / "briefgen.toml", store="", secrets=tmp_path / "secrets.toml")


def write(config: Config, text: str, mode: int = 0o600) -> None:
    assert config.secrets
    config.secrets.write_text(text)
    config.secrets.chmod(mode)


def test_the_environment_goes_before_the_file(config: Config) -> None:
    write(config, f'ONE = "{VALUE}"\nTWO = "file-two"')
    assert load_secrets(config, ("TWO", "ONE"), {"TWO": "mine"}) == {"TWO": "mine", "ONE": VALUE}


def test_the_file_is_not_opened_where_the_environment_has_all(config: Config) -> None:
    write(config, "not toml", 0o644)
    assert load_secrets(config, ("ONE",), {"ONE": VALUE}) == {"ONE": VALUE}


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o610, 0o777])
def test_a_file_that_others_may_open_is_refused(config: Config, mode: int) -> None:
    write(config, f'ONE = "{VALUE}"', mode)
    with pytest.raises(InputError, match=r"may be read or changed by others.*chmod 600") as raised:
        load_secrets(config, ("ONE",), {})
    assert VALUE not in str(raised.value)


@pytest.mark.parametrize("environment", [{}, {"ONE": ""}])
def test_a_missing_secret_is_told_with_both_places(config: Config, environment: dict[str, str]) -> None:
    with pytest.raises(InputError) as raised:
        load_secrets(config, ("ONE",), environment)
    assert "ONE in the environment" in str(raised.value)
    assert str(config.secrets) in str(raised.value)


def test_all_missing_secrets_are_told_at_once(config: Config) -> None:
    with pytest.raises(InputError, match="ONE, TWO"):
        load_secrets(config, ("ONE", "TWO"), {})


@pytest.mark.parametrize(
    "text",
    [f'X = 1\nONE = "{VALUE}', f"ONE = {VALUE}", f'ONE = ["{VALUE}"]', f'[ONE]\nvalue = "{VALUE}"'],
)
def test_a_broken_file_of_secrets_is_told_without_a_word_of_it(config: Config, text: str) -> None:
    write(config, text)
    with pytest.raises(InputError) as raised:
        load_secrets(config, ("ONE",), {})
    assert VALUE not in repr(raised.getrepr(style="long"))
    assert str(config.secrets) in str(raised.value)


def test_the_names_are_those_that_the_deliveries_need(tmp_path: Path) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text(
        '[jobs.daily]\nsources = "seeds"\n'
        '[[jobs.daily.deliveries]]\nkind = "mail"\nto = "a@example.org"\nfrom = "b@example.org"\n'
        'host = "localhost"\nuser = "b"\npassword = "MAIL"\n'
        '[[jobs.daily.deliveries]]\nkind = "webhook"\nurl = "https://example.org"\nsecret = "KEY"\n'
        '[[jobs.daily.deliveries]]\nkind = "slack"\nurl = "CHAT"\n'
    )
    assert secret_names(load_config(path, {}).jobs) == ("CHAT", "KEY", "MAIL")


def test_what_was_loaded_is_in_no_message_from_then_on(
    config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    load_secrets(config, ("ONE",), {"ONE": VALUE})
    forms = (VALUE, "correct%20horse%2Fbattery", "correct+horse%2Fbattery", "Y29ycmVjdCBob3JzZS9iYXR0ZXJ5")
    for form in forms:
        assert form not in redacted(f"535 login {form} refused")
    logger = logging.getLogger("briefgen.test")
    caplog.handler.addFilter(filter_ := Redacting())
    try:
        try:
            raise RuntimeError(VALUE)
        except RuntimeError:
            logger.exception("login with %s", VALUE, extra={"answer": VALUE})
    finally:
        caplog.handler.removeFilter(filter_)
    assert VALUE not in caplog.text
    assert "RuntimeError" in caplog.text
    assert VALUE not in str(vars(caplog.records[0]))
