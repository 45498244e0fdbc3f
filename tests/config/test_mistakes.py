"""Each mistake in `briefgen.toml` is told with its line, what is wrong, and what would be right."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.config import load_config
from briefgen.config.keys import DELIVERIES, FILE
from briefgen.config.keys import FEED as FEED_KEYS
from briefgen.config.keys import JOB as JOB_KEYS
from briefgen.model.problem import InputError

JOB = '[jobs.daily]\nsources = ["seeds/"]\n'
MAIL = (
    '[[jobs.daily.deliveries]]\nkind = "mail"\nto = ["a@example.org"]\nfrom = "b@example.org"\n'
    'host = "smtp.example.org"\n'
)
FEED = '[[jobs.daily.feeds]]\nname = "wire"\nurl = "https://news.example/feed"\n'
SHARE = '[[jobs.daily.deliveries]]\nkind = "folder"\npath = "share"\n'
TWO = '[jobs.weekly]\nsources = ["seeds/"]\n'


def told(folder: Path, text: str, environment: dict[str, str] | None = None) -> str:
    """What is said of a file with the text `text`."""
    path = folder / "briefgen.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        load_config(path, environment or {})
    assert str(raised.value).startswith(str(path))
    return str(raised.value).removeprefix(str(path)).lstrip(", ")


MISTAKES = [
    # of one value
    (f'stroe = "x"\n{JOB}', 1, "`stroe` is not known here; did you mean `store`?"),
    (f'{JOB}tz = "UTC"', 3, "did you mean `zone`?"),
    (f'{JOB}formats = ["md", "pfd"]', 3, "“pfd”; did you mean “pdf”?"),
    (f'{JOB}formats = ["PDF"]', 3, "did you mean “pdf”?"),
    (f"{JOB}formats = []", 3, "empty list"),
    (f'{JOB}audiences = [\n  "analyst",\n  "executiv",\n]', 5, "Did you mean “executive”?"),
    (f'{JOB}audiences = ""', 3, 'is empty; leave it out, or write such as "analyst"'),
    (f'{JOB}page = "A5"', 3, "there are A4, Letter"),
    (f'{JOB}labels = "fr"', 3, "there are de, en"),
    (f'{JOB}templates = "house"', 3, "there is no folder"),
    (f'{JOB}engine = "spacey:en"', 3, "did you mean spacy?"),
    (f'{JOB}window = "yesterday"', 3, "all, new (since the last edition), or a span"),
    (f'{JOB}window = "0h"', 3, "from an hour to ten years"),
    (f'{JOB}marking = "TLP:ORANGE"', 3, "TLP:AMBER"),
    (f'{JOB}published = "18.10.2024"', 3, "2024-10-18"),
    (f"{JOB}published = 2024-10-18T06:00:00", 3, "no zone"),
    (f'{JOB}zone = "Europe/Berlim"', 3, "did you mean “Europe/Berlin”?"),
    (f'{JOB}zone = "new york"', 3, "did you mean “America/New_York”?"),
    (f'{JOB}schedule = "25:00"', 3, "00:00 to 23:59"),
    (f'{JOB}schedule = "0 6 * *"', 3, "five fields"),
    (f'{JOB}schedule = "0 6 31 2 *"', 3, "month"),
    (f"{JOB}schedule = 6", 3, 'text in quotation marks, such as "06:00", not a number'),
    (f"{JOB}schedule = 06:00:00", 3, "not a time"),
    (f'{JOB}naming = "{{dat}}-{{number}}"', 3, "has no field {dat}; did you mean {date}?"),
    (f'{JOB}naming = "{{date}}"', 3, "{number} or {made}"),
    (f'{JOB}naming = "../{{number}}"', 3, "one folder in the output"),
    (f'{JOB}naming = "{{date}}/{{number}}"', 3, "one folder in the output"),
    (f'{JOB}naming = "{{number"', 3, "a brace that belongs to no field"),
    (f'{JOB}output = "out/{{date}}"', 3, "there are {job}"),
    (f"{JOB}retention = {{ editions = 0 }}", 3, "`editions` is 0; it must be from 1"),
    (f"{JOB}retention = {{ weeks = 4 }}", 3, "known are editions, days"),
    (f"{JOB}retention.days = true", 3, "a whole number such as 365, not true"),
    (f"{JOB}retention = 400", 3, "`retention` must be a table, not a number"),
    (f'{JOB}topics = ["ferry", 5]', 3, "`topics` must be text"),
    # of feeds and deliveries
    (f"{JOB}{FEED}nmae = 'x'", 6, "did you mean `name`?"),
    (f'{JOB}[[jobs.daily.feeds]]\nurl = "https://news.example"', 3, 'add name = "wire"'),
    (f"{JOB}{FEED.replace('https', 'htps')}", 5, "https:// or http://"),
    (f"{JOB}{FEED.replace('news.example', '')}", 5, "names no host"),
    (f"{JOB}{FEED.replace('example', 'example:port')}", 5, "no address"),
    (f"{JOB}{FEED.replace('wire', 'The Wire')}", 4, "letters A to Z"),
    (f"{JOB}{FEED}{FEED}", 7, "two feeds are called “wire”"),
    (f'{JOB}feeds = "https://news.example/feed"', 3, "below a line [[jobs.NAME.feeds]]"),
    (f"{JOB}[jobs.daily.deliveries]\nkind = 'mail'", 3, "below a line [[jobs.NAME.deliveries]]"),
    (f"{JOB}{MAIL}{MAIL}", 8, "two deliveries are called “mail”"),
    (f'{JOB}[[jobs.daily.deliveries]]\nto = "a@b.c"', 3, 'add kind = "mail"'),
    (f"{JOB}{MAIL.replace('mail', 'email')}", 4, "did you mean “mail”?"),
    (f"{JOB}{MAIL.replace('host', 'server')}", 7, "did you mean `host`?"),
    (f"{JOB}{MAIL.replace('a@example.org', 'a@example.org, c@example.org')}", 5, "each of several"),
    (f"{JOB}{MAIL.replace('b@example.org', 'Desk')}", 6, "no mail address"),
    (f"{JOB}{MAIL.replace('b@example.org', 'Desk <desk>')}", 6, "no mail address"),
    (f"{JOB}{MAIL.replace('smtp.example.org', 'smtp.example.org:25')}", 7, "its port stands in `port`"),
    (f"{JOB}{MAIL.replace('smtp.ex', 'smtps://ex')}", 7, "without ://"),
    (f"{JOB}{MAIL}port = 0", 8, "from 1 to 65535"),
    (f'{JOB}{MAIL}port = 465\nsecurity = "starttls"', 9, 'security = "tls"'),
    (f'{JOB}{MAIL}port = 587\nsecurity = "tls"', 9, "port = 465"),
    (f'{JOB}{MAIL}security = "ssl"', 8, "there are tls, starttls, none"),
    (f'{JOB}{MAIL}user = "b"', 8, "no `password`"),
    (f'{JOB}{MAIL}password = "PW"', 8, "no `user`"),
    (f'{JOB}{MAIL}user = "b"\npassword = "PW"\nsecurity = "none"', 10, "for all to read"),
    (f'{JOB}{MAIL}subject = "{{titel}}"', 8, "did you mean {title}?"),
    (f'{JOB}{MAIL}audience = "analist"', 8, "Did you mean “analyst”?"),
    (f'{JOB}{MAIL}only_if = "change"', 8, "did you mean “changed”?"),
    (f'{JOB}{MAIL}quiet_note = "yes"', 8, "true or false, without quotation marks"),
    (f"{JOB}{MAIL}timeout = 0.5", 8, "from 1 to 600 seconds"),
    (f"{JOB}{MAIL}timeout = nan", 8, "from 1 to 600 seconds"),
    (f"{JOB}{MAIL}attempts = 1000", 8, "from 1 to 100"),
    (f'{JOB}{MAIL}marking_ceiling = "SECRET"', 8, "no marking in use"),
    (f'{JOB}marking = "TLP:RED"\n{MAIL}marking_ceiling = "TLP:GREEN"', 9, "below the job's own marking"),
    (f'{JOB}audiences = ["public"]\nmarking = "TLP:RED"', 4, "above what the audience “public” may see"),
    (f'{JOB}marking = "TLP:RED"\n{MAIL}audience = "public"', 3, "above what the audience “public” may see"),
    # of several values together
    (f'{JOB}output = "seeds/made"', 3, "the job would read what it writes"),
    (f'{JOB}output = "."', 3, "the job would read what it writes"),
    ('[jobs.daily]\nsources = ["**/*.txt"]\n', 1, "the job would read what it writes"),
    (f'{JOB}[[jobs.daily.deliveries]]\nkind = "folder"\npath = "seeds"', 5, "would read what it writes"),
    (f'{JOB}output = "feeds"\n{FEED}', 1, "folder of feeds"),
    (f'{JOB}output = "made"\n{TWO}output = "made"', 6, '“daily” to {folder}/made: give each its own'),
    (f"{JOB}{TWO.replace('weekly', 'Daily')}", 3, "one name"),
    (f'{JOB}{TWO}[defaults]\noutput = "made"', 6, "give each its own"),
    ("[jobs.daily]\naudiences = ['analyst']", 1, "neither sources nor feeds"),
    (f"{JOB}{SHARE}{SHARE}name = 'b'", 8, "“folder” and “b” go to one place"),
    (f"{JOB}{SHARE}{TWO}{SHARE.replace('daily', 'weekly')}", 10, "put {job} into its path"),
    (f"secrets = 'seeds/keys.txt'\n{JOB}", 1, "which the job “daily” reads; move it"),
    (f"secrets = 'output/daily/keys.toml'\n{JOB}", 1, "which the job “daily” writes to"),
    # of the file
    ("[jobs]", 1, "there is no job"),
    ("store = 'x.db'", 1, "`jobs` is missing"),
    ("[[jobs]]\nname = 'daily'", 1, "[jobs.daily]"),
    ("[jobs]\nsources = ['seeds']", 1, "[jobs.daily]"),
    ("[jobs.'two words']\nsources = 'seeds'", 1, "letters A to Z"),
    (f'store = "mysql://db/x"\n{JOB}', 1, "postgresql://USER@HOST/DATABASE"),
    (f'store = "postgresql://db"\n{JOB}', 1, "names no database"),
    (f'store = "sqlite://"\n{JOB}', 1, "names no file"),
    (f"{JOB}title = Morning", 3, 'text stands in quotation marks: key = "words"'),
    (f'{JOB}sources = ["other"]', 3, "set twice"),
    (f"{JOB}{JOB}", 3, "begun twice"),
    (f'{JOB}title = "a\\z"', 3, "backslash"),
    (f"{JOB}title", 3, "key = "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), MISTAKES, ids=lambda value: str(value)[-50:])
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    said = told(tmp_path, text)
    assert said.startswith(f"line {line}: "), said
    assert words.replace("{folder}", str(tmp_path)) in said


def test_secrets_that_are_there_may_not_lie_among_the_sources(tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").touch()
    said = told(tmp_path, '[jobs.daily]\nsources = ["*.t*"]')
    assert said.startswith("line 2: the file of secrets")


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    said = told(tmp_path, f'stroe = 1\n{JOB}zone = "x"\n{FEED}marking = "TLP:X"\n{MAIL}prot = 1\n')
    heading, *lines = said.split("\n")
    assert heading.endswith("has 4 mistakes:")
    assert [line.split(":")[0] for line in lines] == ["  line 1", "  line 4", "  line 8", "  line 14"]


def test_a_mistake_in_the_defaults_is_told_once_and_there(tmp_path: Path) -> None:
    said = told(tmp_path, f'[defaults]\naudiences = ["nobody"]\n{JOB}{TWO}')
    assert said.startswith("line 2: ")
    assert "\n" not in said


def test_a_store_of_the_environment_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text(JOB)
    with pytest.raises(InputError, match=r"^BRIEFGEN_STORE names no database"):
        load_config(path, {"BRIEFGEN_STORE": "postgresql://me:geheim@db"})


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xff", "line 1: is not UTF-8"), (b"x = " + b"[" * 5000, "too often"), (b"#" * 1_000_001, "no file")],
)
def test_what_is_no_file_of_settings_is_told_as_such(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        load_config(path, {})


SECRET = "geheim-4711"
LEAKS = [
    f"{JOB}{MAIL}user = 'b'\npassword = '{SECRET}'",
    f"{JOB}{MAIL}user = 'b'\npasswrod = '{SECRET}'",
    f"{JOB}{MAIL}user = 'b'\npassword = ['{SECRET}']",
    f"{JOB}{MAIL}user = 'b'\npassword = {{ name = '{SECRET}' }}",
    f"{JOB}{MAIL}user = 'b'\npassword = {SECRET}",
    f"{JOB}{MAIL}user = 'b'\npassword = '{SECRET}",
    f"{JOB}[[jobs.daily.deliveries]]\nkind = 'slack'\nurl = 'https://hooks.example/{SECRET}'",
    f"{JOB}[[jobs.daily.deliveries]]\nkind = 'slack'\nsecret = '{SECRET}'",
    f"{JOB}[[jobs.daily.deliveries]]\nkind = 'webhook'\nurl = 'https://a.b'\nsecret = '{SECRET}'",
    f"{JOB}[[jobs.daily.deliveries]]\nkind = 'webhook'\nurl = 'ftp://me:{SECRET}@a.b'",
    f"{JOB}[[jobs.daily.deliveries]]\nkind = 'webhook'\nurl = 'https://me:{SECRET}@'",
    f"{JOB}[[jobs.daily.deliveries]]\nkind = 'webhook'\nurl = 'https://{SECRET}@a b'",
    f"{JOB}{FEED.replace('//', f'//me:{SECRET}@:')}",
    f"store = 'postgresql://me:{SECRET}@db'\n{JOB}",
    f"store = 'mysql://me:{SECRET}@db/x'\n{JOB}",
    f"store = 'me:{SECRET}@db://x'\n{JOB}",
]


@pytest.mark.parametrize("text", LEAKS)
def test_no_message_repeats_what_may_be_a_secret(tmp_path: Path, text: str) -> None:
    path = tmp_path / "briefgen.toml"
    path.write_text(text)
    with pytest.raises(InputError) as raised:
        load_config(path, {})
    assert SECRET not in str(raised.value)


WRONG = st.sampled_from(
    [
        ("windwo = 'new'", "`windwo`"),
        ("page = 'A5'", "`page`"),
        ("retention = { editions = 0 }", "`editions`"),
        ("formats = ['md',\n  'pdf']\npage = 7", "`page`"),
        ("topics = [\n  # 'page'\n  'x',\n  5 ]", "`topics`"),
    ]
)
NOISE = st.lists(
    st.sampled_from(
        [
            "# windwo = page = editions =",
            "",
            "title = '''\npage = 1\nwindwo = 2\n[jobs.daily]\n'''",
            'labels = "en" # page = 7',
            'apart_from = [\n  "page", # ]\n  "windwo = \\"x\\"",\n]',
        ]
    ),
    max_size=4,
    unique=True,
)


@given(st.data())
def test_of_many_jobs_the_line_of_the_mistake_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    names = [f"job-{number}" for number in range(data.draw(st.integers(1, 4)))]
    guilty = data.draw(st.sampled_from(names))
    text, line, words = "", 0, ""
    for name in names:
        text += f"[jobs.{name}]\nsources = ['seeds']\n" + "\n".join([*data.draw(NOISE), ""])
        if name == guilty:
            wrong, words = data.draw(WRONG)
            line = text.count("\n") + wrong.count("\n") + 1
            text += wrong + "\n"
        text += FEED.replace("daily", name) if data.draw(st.booleans()) else ""
    said = told(tmp_path_factory.mktemp("many"), text)
    assert said.startswith(f"line {line}: {words}"), f"{said}\n{text}"


@given(st.data())
def test_of_many_deliveries_the_one_with_the_mistake_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, 5))
    guilty = data.draw(st.integers(0, number - 1))
    text, line = JOB, 0
    for each in range(number):
        text += data.draw(
            st.sampled_from(["", "\n", "# [[jobs.daily.deliveries]]\n", FEED.replace("wire", f"f{each}")])
        )
        head = f"[[jobs.daily.deliveries]]\nkind = 'folder'\nname = 'd{each}'\n"
        wrong = "latest = 'yes'\n" if each == guilty else "latest = true # 'yes'\n"
        lines = data.draw(st.permutations([f"path = 'share/{each}'\n", wrong, "attempts = 3\n"]))
        text += head
        if each == guilty:
            line = text.count("\n") + lines.index(wrong) + 1
        text += "".join(lines)
    said = told(tmp_path_factory.mktemp("many"), text)
    assert said.startswith(f"line {line}: `latest`"), f"{said}\n{text}"


VALUES = st.sampled_from(
    """
    0 -1 1e400 nan true "" "x" '{}' '{a' "\\u0000" '/' '~' '**' '[x' [] [[]] [5,'a'] {} {a=1} [{}] [{kind=5}]
    [{kind='mail'}] 2024-10-18 06:00:00 'http://[' 'http://a:b' 'postgresql://' '://' "\\u202E" "1\\u0662h"
    9223372036854775807
    """.split()
)
HEADS = {
    "": FILE,
    "[defaults]": JOB_KEYS,
    "[jobs.daily]": JOB_KEYS,
    "[[jobs.daily.feeds]]": FEED_KEYS,
    **{f"[[jobs.daily.deliveries]]\nkind = '{kind}'": keys for kind, keys in DELIVERIES.items()},
}


@given(st.data())
def test_whatever_is_said_is_taken_or_told_with_a_line(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    head = data.draw(st.sampled_from(sorted(HEADS)))
    keys = data.draw(st.lists(st.sampled_from(sorted(HEADS[head])), max_size=3, unique=True))
    lines = "\n".join(f"{key} = {data.draw(VALUES)}" for key in keys)
    job = "" if head == "[jobs.daily]" or ("jobs" in keys and not head) else JOB
    text = f"{lines}\n{job}" if not head else f"{job}{head}\n{lines}"
    path = tmp_path_factory.mktemp("any") / "briefgen.toml"
    path.write_text(text, "utf-8")
    with suppress(InputError):
        load_config(path, {})
        return
    assert re.match(r"(has \d+ mistakes:\n  )?line \d+: ", told(path.parent, text))
