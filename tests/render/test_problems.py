"""Problems of inputs are told in the language of the brief, with the same numbers, names and places."""

import re
import tomllib
from pathlib import Path

import pytest

from briefgen.model.problem import Problem
from briefgen.model.request import Request
from briefgen.model.source import Metadata
from briefgen.pipeline import make_brief, read_base
from briefgen.render import compose, open_folder
from briefgen.render.problems import FORMS, in_language
from briefgen.render.templates import shipped
from briefgen.store.inbox import collect
from briefgen.store.sidecar import parse_sidecar

GERMAN = open_folder("analyst", language="de").labels
TEXT = "The harbour master said on Tuesday that 40 ships were waiting off the port.\n"
ENGLISH = re.compile(r"\b(the|is|was|it|line|and|not|with|such|as|used|text)\b")


def test_german_has_each_of_them_with_the_same_filled_in_but_for_what_it_words_itself() -> None:
    table = tomllib.loads((shipped() / "_shared" / "labels" / "de.toml").read_text("utf-8"))["problems"]
    assert table.keys() == FORMS.keys()
    for key, form in table.items():
        fields = set(re.findall(r"\{\w+\}", form))
        assert fields <= set(re.findall(r"\{\w+\}", FORMS[key])), key


def sources(folder: Path) -> Path:
    """Inputs with everything wrong that a file can have."""
    inputs: dict[str, bytes] = {
        "a.txt": TEXT.encode(),
        "a.txt.meta.toml": b'publishd = "2024-10-18"\nurl = "ftp://x"\nlanguage = "no language"\ntitle = 7\n',
        "b.txt": f"The caf\xe9 opened. {TEXT}".encode("latin-1"),
        "b.txt.meta.toml": b"title = \n",
        "c.txt": b"",
        "d.txt": b" \n \n",
        "e.txt": b"?! ... --\n",
        "f.txt": b"%PDF-1.4 a\0b" * 9,
        "g.txt": b"\x01\x02\x03\x04" * 99,
        "h.txt": b"\xff\xfe" + b"\x00\xd8" * 9,
        "i.txt": f"{TEXT}One \x07 and \u202e two \N{REPLACEMENT CHARACTER}.\n".encode(),
        "i.txt.meta.toml": b"published = 18 October\n",
        "j.txt": f"{TEXT}\x07\x08 \u202e\u202d \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n".encode(),
        "j.txt.meta.toml": b'published = "2024-10-18 09:30"\nmarking = "TLP:PINK"\n',
        "k.txt": (TEXT.strip() * 3000 + "\n").encode(),
        "l.docx": b"PK\x03\x04 no document",
        "m.txt.meta.toml": b"",
        "n.txt": TEXT.replace("Tuesday", "Friday").encode(),
        "n.txt.meta.toml": b'published = ""\nquality = "A"\n',
        "o.txt": TEXT.replace("Tuesday", "Sunday").encode(),
        "o.txt.meta.toml": b"\xff\xfe\xff",
        "p.txt": TEXT.replace("Tuesday", "Monday").encode(),
        "p.txt.meta.toml": b'published = "2031-01-01"\n',
        "q.txt": TEXT.replace("Tuesday", "Thursday").encode(),
        "q.txt.meta.toml": b'published = "18.10.2024"\n',
    }
    folder.mkdir()
    for name, data in inputs.items():
        (folder / name).write_bytes(data)
    (folder / "r.txt").symlink_to("nowhere.txt")
    (folder / "s.txt").symlink_to("s.txt")
    return folder


def test_no_problem_of_a_faulty_folder_is_told_in_english_in_a_german_brief(tmp_path: Path) -> None:
    raws, unread = collect([sources(tmp_path / "in")])
    brief = make_brief(read_base(raws, unread, Metadata()), Request(name="x", today="2024-10-20"))
    problems = [problem for row in brief.coverage for problem in row.problems]
    assert len(problems) > 24
    for problem in problems:
        told = in_language(problem, GERMAN)
        assert not ENGLISH.search(re.sub(r"`[^`]*`|„[^“]*“|\([^)]*\)", "", told)), told
    page = compose(brief, open_folder("analyst", language="de"))
    assert "ist leer; den Text einfügen oder die Datei entfernen" in page.markdown
    assert "a.txt.meta.toml, Zeile 1: der Schlüssel" in page.markdown


@pytest.mark.parametrize(
    ("message", "where", "told"),
    [
        (
            "has 2,000,000 bytes; files of more than 1,000,000 are not read. Split it into parts",
            None,
            "hat 2.000.000 Byte; Dateien mit mehr als 1.000.000 werden nicht gelesen. In Teile zerlegen",
        ),
        (
            "this folder may not be read by you; change its permissions (chmod u+r), or run as its owner",
            None,
            "dieser Ordner darf nicht gelesen werden; die Rechte ändern (chmod u+r) oder als Eigentümer "
            "ausführen",
        ),
        ("something that nobody foresaw", "line 3", "Zeile 3: something that nobody foresaw"),
        ("something that nobody foresaw", "a.meta.toml", "a.meta.toml: something that nobody foresaw"),
    ],
)
def test_numbers_places_and_problems_within_problems_follow_the_language(
    message: str, where: str | None, told: str
) -> None:
    assert in_language(Problem(message, where), GERMAN) == told


def test_in_english_a_problem_stands_as_the_brief_has_it() -> None:
    (problem, *_) = parse_sidecar(b'publishd = "2024"\n', "a.meta.toml")[1]
    assert in_language(problem, open_folder("analyst").labels) == str(problem)
