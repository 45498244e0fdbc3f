"""A sidecar is used as far as it is right, and what is wrong in it is told with the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.source import Metadata
from briefgen.store.sidecar import KEYS, LIMIT, parse_sidecar

NAME = "in/a.txt.meta.toml"


def told(text: str) -> str:
    """The one problem of a sidecar with the content `text`."""
    (problem,) = parse_sidecar(text.encode(), NAME)[1]
    return str(problem)


def used(text: str) -> Metadata:
    return parse_sidecar(text.encode(), NAME)[0]


def test_every_key_is_taken_over() -> None:
    values = dict.fromkeys(KEYS, "words") | {
        "published": "2024-10-18",
        "url": "https://example.org/a",
        "language": "en-GB",
    }
    found, problems = parse_sidecar(
        "\n".join(f'{key} = "{words}"' for key, words in values.items()).encode(), NAME
    )
    assert found == Metadata(**values)
    assert problems == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"2024-10-18"', "2024-10-18"),
        ("2024-10-18", "2024-10-18"),
        ("2024-10-18T09:30:00Z", "2024-10-18T09:30:00+00:00"),
        ("2024-10-18T09:30:00+02:00", "2024-10-18T09:30:00+02:00"),
        ('"2024-10-18T09:30Z"', "2024-10-18T09:30:00+00:00"),
        ('"2024-10-18 09:30+0200"', "2024-10-18T09:30:00+02:00"),
    ],
)
def test_a_date_may_be_toml_or_words(written: str, meant: str) -> None:
    assert parse_sidecar(f"published = {written}".encode(), NAME) == (Metadata(published=meant), ())


@pytest.mark.parametrize(
    "written", ['"18.10.2024"', '"Oct 18, 2024"', '"2024-13-01"', '"2023-02-29"', '"today"']
)
def test_a_date_that_is_none_is_told_with_its_line_and_what_is_right(written: str) -> None:
    text = f'title = "A"\npublished = {written}\n'
    assert used(text) == Metadata(title="A")
    assert told(text).startswith(f"{NAME}, line 2: `published` was not used")
    assert "write a day as 2024-10-18" in told(text)


@pytest.mark.parametrize("written", ["2024-10-18T09:30:00", '"2024-10-18 09:30"'])
def test_of_a_time_without_a_zone_only_the_day_is_used(written: str) -> None:
    assert used(f"published = {written}") == Metadata(published="2024-10-18")
    assert "only the day is used" in told(f"published = {written}")


def test_a_time_of_day_is_no_date() -> None:
    assert used("published = 09:30:00") == Metadata()
    assert "must be a date such as 2024-10-18, not 09:30:00" in told("published = 09:30:00")


@pytest.mark.parametrize(
    "written", ["2025-02-30", "2025-13-45", "2025-02-03 10:00", "March 3", "03.02.2025 # day"]
)
def test_a_date_that_toml_cannot_read_costs_no_other_line(written: str) -> None:
    text = f'title = "A"\npublished = {written}\npublisher = "The Post"\n'
    assert used(text) == Metadata(title="A", publisher="The Post")
    assert told(text).startswith(f"{NAME}, line 2: `published` {written.split(' #')[0]} is no date")


def test_a_mistyped_label_of_the_traffic_light_protocol_is_kept_and_told() -> None:
    assert used('marking = "TLP:PINK"') == Metadata(marking="TLP:PINK")
    assert "is no label of TLP 2.0" in told('marking = "TLP:PINK"')


def test_broken_toml_is_told_with_line_and_column() -> None:
    shown = told('title = "A"\npublisher = The Post\n')
    assert shown.startswith(f"{NAME}, line 2: is not TOML at column 13")
    assert "nothing in it was used" in shown


def test_toml_that_ends_too_early_is_told() -> None:
    assert told('title = """never closed').startswith(f"{NAME}, end: is not TOML")


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("titel", "title"),
        ("Published", "published"),
        ("date", "published"),
        ("source", "publisher"),
        ("link", "url"),
    ],
)
def test_an_unknown_key_is_told_with_the_right_one(key: str, near: str) -> None:
    text = f'author = "A"\n\n{key} = "B"\n'
    assert used(text) == Metadata(author="A")
    assert (
        told(text)
        == f"{NAME}, line 3: the key `{key}` is not known, and was not used; did you mean `{near}`?"
    )


def test_a_key_like_no_other_is_told_with_all_that_are_known() -> None:
    assert told("[zzz]\na = 1").endswith("known are " + ", ".join(f"`{key}`" for key in KEYS))


@pytest.mark.parametrize("value", ["5", "true", '["A", "B"]', "{ a = 1 }", "2024-10-18"])
def test_a_value_that_is_no_text_is_told(value: str) -> None:
    assert used(f"author = {value}") == Metadata()
    assert "`author` must be text in quotation marks" in told(f"author = {value}")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "example.org", 'https://a/"x']
)
def test_only_a_web_address_is_an_address(address: str) -> None:
    assert used(f"url = '{address}'") == Metadata()
    assert "does not begin with https:// or http://" in told(f"url = '{address}'")


def test_a_language_is_a_tag() -> None:
    assert used('language = "English, mostly"') == Metadata()
    assert "is not a language tag such as en" in told('language = "English, mostly"')


def test_white_space_is_made_one_line() -> None:
    assert used('title = """\nTwo\n  lines """') == Metadata(title="Two lines")
    assert used('title = "  "') == Metadata()


def test_bytes_that_are_not_utf_8_are_told() -> None:
    (problem,) = parse_sidecar(b'title = "caf\xe9"', NAME)[1]
    assert str(problem) == f"{NAME}: is not UTF-8 (byte 13); it was not used. Save it as UTF-8"


def test_a_file_too_large_for_a_sidecar_is_not_parsed() -> None:
    found, problems = parse_sidecar(b"# " + b"x" * LIMIT, NAME)
    assert found == Metadata()
    assert "is larger than" in str(problems[0])


@given(st.binary(max_size=200) | st.text(alphabet='abt=[]{}"\n .#\\-:0T', max_size=80).map(str.encode))
def test_nothing_in_a_sidecar_raises(data: bytes) -> None:
    parse_sidecar(data, NAME)


def test_brackets_in_thousands_do_not_raise() -> None:
    assert "is not TOML" in told("a = " + "[" * 100_000)
