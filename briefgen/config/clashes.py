"""What is right by itself and wrong together: names that are not there, paths in each other's way."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from briefgen.config.kinds import Mistake
from briefgen.config.positions import Place
from briefgen.model.job import Atom, Channel, Feed, Folder, Job, Mail
from briefgen.model.problem import TemplateError, nearest

Said = Mapping[str, Any]
"""The file as the parser read it."""

HERE = ("localhost", "127.0.0.1", "::1", "[::1]")
"""Hosts that no network lies between."""
TLS_PORT = 465
STARTTLS_PORTS = (25, 587)


def clashes(jobs: Sequence[Job], said: Said, secrets: Path) -> Iterator[Mistake]:
    """Every mistake that shows only where several values are seen together; `secrets` is the file of them."""
    if not isinstance(said.get("defaults", {}), dict):
        said = {**said, "defaults": {}}
    if not jobs and isinstance(said.get("jobs"), dict) and not said["jobs"]:
        yield Mistake(("jobs",), "there is no job; begin one with a line such as [jobs.daily]")
    for job in jobs:
        for check in CHECKS:
            yield from check(job, said)
        yield from _secrets_are_apart(job, said, secrets)
    for one, other in combinations(jobs, 2):
        yield from _pair(one, other, said)


def where(said: Said, job: str, key: str, *rest: str | int) -> Place:
    """The place of a key of `job`: in its own table, in the defaults, or, where it is in neither, the job."""
    if key in said["jobs"][job]:
        return ("jobs", job, key, *rest)
    return ("defaults", key, *rest) if key in said.get("defaults", {}) else ("jobs", job)


def written(said: Said, job: str, key: str) -> Any:  # noqa: ANN401 - TOML has many types
    """What the file says for a key of `job`; none where it says nothing."""
    return said["jobs"][job].get(key, said.get("defaults", {}).get(key))


def entry(said: Said, job: str, key: str, value: str) -> Place:
    """The place of `value` in the list at `key`."""
    found = written(said, job, key)
    rest = (found.index(value),) if isinstance(found, list) and value in found else ()
    return where(said, job, key, *rest)


# One job


def _has_sources(job: Job, said: Said) -> Iterator[Mistake]:
    if written(said, job.name, "sources") is None and not written(said, job.name, "feeds"):
        message = 'has neither sources nor feeds: add sources = ["seeds/"]'
        yield Mistake(("jobs", job.name), f"the job “{job.name}” {message}")


def _templates_are_there(job: Job, said: Said) -> Iterator[Mistake]:
    named = written(said, job.name, "templates")
    named = named if isinstance(named, list) else [named] if named else []
    for words, folder in zip(
        dict.fromkeys(one for one in named if isinstance(one, str)), job.templates, strict=False
    ):
        if not folder.is_dir():
            message = f"`templates`: there is no folder {folder}; make it, or name one that holds audiences"
            yield Mistake(entry(said, job.name, "templates", words), message)


def _audiences_are_there(job: Job, said: Said) -> Iterator[Mistake]:
    from briefgen.render.templates import audiences, find_templates, unknown_audience

    templates = find_templates(*(folder for folder in job.templates if folder.is_dir()))
    known = audiences(templates)
    for name in job.audiences:
        if name not in known:
            message = f"`audiences`: {unknown_audience(name, templates)}"
            yield Mistake(entry(said, job.name, "audiences", name), message)
    for one in job.deliveries:
        if one.audience is not None and one.audience not in known:
            message = f"`audience`: {unknown_audience(one.audience, templates)}"
            yield Mistake(_place_of(said, job, one, "audience"), message)


def _labels_are_there(job: Job, said: Said) -> Iterator[Mistake]:
    from briefgen.render.templates import SHARED, find_templates

    if job.labels is None:
        return
    folders = find_templates(*(folder for folder in job.templates if folder.is_dir())).folders
    there = sorted({file.stem for folder in folders for file in (folder / SHARED / "labels").glob("*.toml")})
    if job.labels not in there:
        near = nearest(job.labels, there)
        hint = f"did you mean “{near}”? " if near else ""
        message = f"`labels`: there are none for “{job.labels}”; {hint}there are {', '.join(there)}"
        yield Mistake(where(said, job.name, "labels"), message)


def _numbered(said: Said, job: Job, key: str) -> list[tuple[Place, dict[str, Any]]]:
    """The tables below `[[…]]` as they are written, with their places."""
    found = written(said, job.name, key)
    tables = found if isinstance(found, list) else []
    return [
        (where(said, job.name, key, number), one)
        for number, one in enumerate(tables)
        if isinstance(one, dict)
    ]


def _place_of(said: Said, job: Job, one: Channel | Feed, key: str) -> Place:
    """Where `key` of a channel or feed stands; where it does not, the channel or feed itself."""
    tables = "feeds" if isinstance(one, Feed) else "deliveries"
    for place, table in _numbered(said, job, tables):
        if table.get("name", table.get("kind")) == one.name:
            return (*place, key) if key in table else place
    return where(said, job.name, tables)


def _names_are_unique(job: Job, said: Said) -> Iterator[Mistake]:
    for key, what in (("feeds", "feeds"), ("deliveries", "deliveries")):
        seen: set[str] = set()
        for place, table in _numbered(said, job, key):
            name = table.get("name", table.get("kind"))
            if not isinstance(name, str):
                continue
            if name.lower() in seen:
                at = (*place, "name") if "name" in table else place
                yield Mistake(at, f'two {what} are called “{name}”; give this one another: name = "{name}-2"')
            seen.add(name.lower())


def _places_are_unique(job: Job, said: Said) -> Iterator[Mistake]:
    seen: dict[Path, str] = {}
    for one in job.deliveries:
        if isinstance(one, Folder | Atom) and seen.setdefault(one.path, one.name) != one.name:
            message = f"the deliveries “{seen[one.path]}” and “{one.name}” go to one place, {one.path}"
            yield Mistake(_place_of(said, job, one, "path"), f"{message}: name another for this one")


def _mail_is_safe(job: Job, said: Said) -> Iterator[Mistake]:
    for one in job.deliveries:
        if isinstance(one, Mail):
            for key, message in _mistakes_of_mail(one):
                yield Mistake(_place_of(said, job, one, key), message)


def _mistakes_of_mail(one: Mail) -> Iterator[tuple[str, str]]:
    if one.port == TLS_PORT and one.security != "tls":
        yield "security", f'`security` cannot be {one.security} on port 465; write security = "tls"'
    if one.port in STARTTLS_PORTS and one.security == "tls":
        yield "security", f'`security` cannot be tls on port {one.port}; write "starttls", or port = 465'
    if one.password is not None and one.user is None:
        yield "password", '`password` is given but no `user`: add user = "…"'
    if one.user is not None and one.password is None:
        yield (
            "user",
            '`user` is given but no `password`: add password = "SMTP_PASSWORD", the name of a secret',
        )
    if one.password is not None and one.security == "none" and one.host.lower() not in HERE:
        yield "security", '`security` none would send the password for all to read; write "starttls" or "tls"'


def _ceilings_are_known(job: Job, said: Said) -> Iterator[Mistake]:
    from briefgen.render.templates import find_templates, load_scheme

    limited = [one for one in job.deliveries if one.marking_ceiling is not None]
    if not limited:
        return
    try:
        scheme = load_scheme(find_templates(*(folder for folder in job.templates if folder.is_dir())))
    except TemplateError as error:
        yield Mistake(where(said, job.name, "templates"), str(error))
        return
    names = [level.name for level in scheme.levels]
    for one in limited:
        place = _place_of(said, job, one, "marking_ceiling")
        if scheme.level(one.marking_ceiling) is None:
            near = nearest(str(one.marking_ceiling), names)
            hint = f"did you mean “{near}”? " if near else ""
            message = f"`marking_ceiling` “{one.marking_ceiling}” is no marking in use; {hint}those are "
            yield Mistake(place, message + ", ".join(names))
        elif scheme.exceeds(job.marking, one.marking_ceiling):
            message = f"`marking_ceiling` {one.marking_ceiling} is below the job's own marking, {job.marking}"
            yield Mistake(place, f"{message}: nothing would ever be sent")


def _marking_may_be_shown(job: Job, said: Said) -> Iterator[Mistake]:
    """A run would fail each night whose brief bears a marking that its audience may not see."""
    from briefgen.render.templates import find_templates, load_audience, load_scheme

    if job.marking is None:
        return
    templates = find_templates(*(folder for folder in job.templates if folder.is_dir()))
    carried = (one.audience for one in job.deliveries if one.audience is not None)
    for name in dict.fromkeys((*job.audiences, *carried)):
        try:
            scheme = load_scheme(templates)
            ceiling = load_audience(name, templates, scheme).marking_ceiling
        except TemplateError:
            continue  # told as an unknown audience, or by the run, as a fault of the template
        if scheme.exceeds(job.marking, ceiling):
            message = f"`marking` {job.marking} is above what the audience “{name}” may see, {ceiling}"
            yield Mistake(
                where(said, job.name, "marking"), f"{message}: lower it, or leave that audience out"
            )


def _paths_are_apart(job: Job, said: Said) -> Iterator[Mistake]:
    """A job that reads what it writes would tell each night of its own briefs."""
    for key, what, place in _written_by(job, said):
        source = next((one for one in job.sources if reaches(one, place)), None)
        if source is not None:
            message = f"{what} {place} and the source {source} overlap: the job would read what it writes"
            yield Mistake(key, f"{message}; name another folder")
    if job.feeds and _nested(job.feed_folder, job.output):
        message = f"the folder of feeds {job.feed_folder} and the output {job.output} overlap"
        yield Mistake(where(said, job.name, "feed_folder"), f"{message}; name another folder")


def _secrets_are_apart(job: Job, said: Said, secrets: Path) -> Iterator[Mistake]:
    """Secrets among the sources would be read out, and among what is written be given away."""
    if "secrets" not in said and not os.path.lexists(secrets):
        return
    key: Place = ("secrets",) if "secrets" in said else where(said, job.name, "sources")
    source = next((one for one in job.sources if reaches(one, secrets)), None)
    holder = next((place for _, _, place in _written_by(job, said) if secrets.is_relative_to(place)), None)
    if source or holder:
        message = f"the file of secrets {secrets} lies in {source or holder}, which the job “{job.name}” "
        message += "reads" if source else "writes to"
        yield Mistake(key, f'{message}; move it, and name its place: secrets = "…"')


def _written_by(job: Job, said: Said) -> Iterator[tuple[Place, str, Path]]:
    yield where(said, job.name, "output"), "the output", job.output
    for one in job.deliveries:
        if isinstance(one, Folder | Atom):
            yield _place_of(said, job, one, "path"), f"the delivery “{one.name}” to", one.path


def reaches(source: Path, folder: Path) -> bool:
    """Whether `source`, which may be a pattern, can mean `folder`, a folder around it, or what is in it."""
    pattern = tuple(part.replace("[", "[[]") for part in source.parts)
    return _reaches(pattern, folder.parts)


@lru_cache(1024)
def _reaches(pattern: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    if not pattern or not parts:
        return True
    if pattern[0] == "**":
        return any(_reaches(pattern[1:], parts[skipped:]) for skipped in range(len(parts) + 1))
    return fnmatchcase(parts[0], pattern[0]) and _reaches(pattern[1:], parts[1:])


def _nested(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


CHECKS: tuple[Callable[[Job, Said], Iterable[Mistake]], ...] = (
    _has_sources,
    _templates_are_there,
    _audiences_are_there,
    _labels_are_there,
    _names_are_unique,
    _places_are_unique,
    _mail_is_safe,
    _ceilings_are_known,
    _marking_may_be_shown,
    _paths_are_apart,
)


# Two jobs


def _pair(one: Job, other: Job, said: Said) -> Iterator[Mistake]:
    if one.name.lower() == other.name.lower():
        message = f"two jobs are called “{one.name}” and “{other.name}”, which some systems take for one name"
        yield Mistake(("jobs", other.name), f"{message}; rename one")
    elif _nested(one.output, other.output):
        message = f"the job “{other.name}” writes to {other.output}, “{one.name}” to {one.output}"
        yield Mistake(
            where(said, other.name, "output"), f'{message}: give each its own, output = "output/{{job}}"'
        )
    if one.feeds and other.feeds and _nested(one.feed_folder, other.feed_folder):
        message = (
            f"the jobs “{one.name}” and “{other.name}” keep their feeds in one folder, {other.feed_folder}"
        )
        yield Mistake(
            where(said, other.name, "feed_folder"), f'{message}: write feed_folder = "feeds/{{job}}"'
        )
    places = {channel.path for channel in one.deliveries if isinstance(channel, Folder | Atom)}
    for channel in other.deliveries:
        if isinstance(channel, Folder | Atom) and channel.path in places:
            message = f"the jobs “{one.name}” and “{other.name}” deliver to one place, {channel.path}"
            yield Mistake(_place_of(said, other, channel, "path"), f"{message}: put {{job}} into its path")
