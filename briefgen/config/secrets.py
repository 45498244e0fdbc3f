"""The values behind the names of secrets: from the environment, or from a file that nobody else may read."""

import os
import stat
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefgen.model.job import Config, Job, Mail, Slack, Webhook
from briefgen.model.problem import InputError
from briefgen.model.redaction import hide

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def secret_names(jobs: Iterable[Job]) -> tuple[str, ...]:
    """The names of all secrets that deliveries of `jobs` need, in alphabetical order."""
    return tuple(sorted({name for job in jobs for name in _names(job)}))


def _names(job: Job) -> Iterator[str]:
    for one in job.deliveries:
        if isinstance(one, Mail) and one.password:
            yield one.password.name
        elif isinstance(one, Webhook) and one.secret:
            yield one.secret.name
        elif isinstance(one, Slack):
            yield one.url.name


def load_secrets(config: Config, names: Iterable[str], environment: Mapping[str, str]) -> Mapping[str, str]:
    """The values of `names`: from `environment`, else from the file of secrets of `config`.

    The file is read only where the environment lacks one. All values are from then on hidden from messages.
    Raises `InputError`, which repeats no value, where one is in neither place, and where others may read
    the file.
    """
    wanted = tuple(dict.fromkeys(names))
    found = {name: environment[name] for name in wanted if environment.get(name, "").strip()}
    if len(found) < len(wanted) and config.secrets is not None and os.path.lexists(config.secrets):
        found = {**_from_file(config.secrets), **found}
    hide(found.values())
    missing = [name for name in wanted if name not in found]
    if missing:
        raise InputError(_missing(missing, config.secrets))
    return {name: found[name] for name in wanted}


def _missing(names: list[str], file: Path | None) -> str:
    line = f'{names[0]} = "…"'
    beside = f", or write {line} into {file}" if file else ""
    secrets = "the secret " + names[0] if len(names) == 1 else "the secrets " + ", ".join(names)
    return f"{secrets} cannot be found: set {names[0]} in the environment{beside}"


def _from_file(path: Path) -> dict[str, str]:
    """What the file of secrets says; raises `InputError`."""
    try:
        with path.open("rb") as file:
            _check_private(os.fstat(file.fileno()), path)
            text = file.read().decode("utf-8-sig")
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}; it must be yours: chmod 600") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        # Without the cause, whose words and traceback could show what stands in the file.
        raise InputError(_broken(error, path)) from None
    for name, value in table.items():
        if not isinstance(value, str) or not value.strip():
            raise InputError(f'{path}: the value of {name} must be text in quotation marks: {name} = "…"')
    return table


def _check_private(status: os.stat_result, path: Path) -> None:
    """Refuse a file that others may read or change, as ssh refuses such a key."""
    if os.name == "posix" and status.st_mode & OTHERS:
        mode = stat.S_IMODE(status.st_mode)
        raise InputError(
            f"{path} may be read or changed by others (mode {mode:03o}), so its secrets are not used: "
            f"chmod 600 {path}"
        )


def _broken(error: Exception, path: Path) -> str:
    """Where the file is wrong, without a word of it."""
    import re

    line = re.search(r"at (line \d+)", str(error))
    return f'{path}{", " + line[1] if line else ""}: is not TOML in UTF-8; write lines such as NAME = "value"'
