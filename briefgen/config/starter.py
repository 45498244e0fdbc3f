"""What `briefgen init` writes: a `briefgen.toml` that works as it is and shows every key there is."""

from collections.abc import Iterator

from briefgen.config.keys import DELIVERIES, FEED, FILE, JOB
from briefgen.config.kinds import Keys

HEAD = """\
# Settings of briefgen: briefs that are made again and again. Lines behind # are what could be said beside:
# take the # away to say it. Paths are seen from the folder of this file. What each key means, at length:
# docs/configuration.md. Keep the store and the secrets out of version control.
"""
JOB_NAME = "daily"
SAID = frozenset({"sources", "window", "audiences", "formats", "output", "zone"})
"""Keys of the job that the file sets; all others are commented out."""
USUAL = frozenset({"user", "password"})
"""Keys that a delivery can be without, of which most need both and none only one."""
APART = frozenset({"feeds", "deliveries"})
"""Keys of a job that are tables below it."""
COLUMN = 46
"""Where remarks begin behind short lines."""


def starter(zone: str) -> str:
    """The text of a new `briefgen.toml`, for a machine whose time zone is `zone`."""
    blocks = [
        HEAD,
        _lines((key, FILE[key].example) for key in ("store", "secrets")),
        "# [defaults]  holds, with the keys of a job, for every job that says nothing else.\n",
        f"[jobs.{JOB_NAME}]\n" + _job(zone),
        _table(f"[[jobs.{JOB_NAME}.feeds]]", "Feeds to fetch first; one such table each.", FEED, {}),
        *(
            _table(f"[[jobs.{JOB_NAME}.deliveries]]", MEANING[kind], keys, {"kind": f'"{kind}"'})
            for kind, keys in DELIVERIES.items()
        ),
    ]
    return "\n".join(blocks)


MEANING = {
    "mail": "By mail: the Markdown as text, the HTML beside it, the PDF attached.",
    "webhook": "By HTTP: a JSON message, signed where it has a secret.",
    "slack": "To an incoming webhook as Slack, Mattermost and Rocket.Chat take it.",
    "folder": "As copies below a folder, such as a file share.",
    "atom": "In an Atom feed of the job's editions.",
}
"""What each kind of delivery is."""


def _lines(keys: Iterator[tuple[str, str]]) -> str:
    return "".join(_line(f"# {name} = {example}", FILE[name].help) for name, example in keys)


def _job(zone: str) -> str:
    lines = []
    for name, key in JOB.items():
        if name not in APART:
            example = f'"{zone}"' if name == "zone" else key.example.replace("{job}", JOB_NAME)
            lines.append(_line(f"{'' if name in SAID else '# '}{name} = {example}", key.help))
    return "".join(lines)


def _table(head: str, meaning: str, keys: Keys, more: dict[str, str]) -> str:
    """A table, commented out as a whole: what may be left out of it stands behind a second #."""
    lines = [f"# {meaning}\n", f"# {head}\n", *(f"# {name} = {example}\n" for name, example in more.items())]
    for name, key in keys.items():
        first = key.needed or name in USUAL
        lines.append(_line(f"{'# ' if first else '# # '}{name} = {key.example}", key.help))
    return "".join(lines)


def _line(said: str, help_: str) -> str:
    """`said` with its remark behind it."""
    return f"{said:<{COLUMN}}  # {help_}\n"
