"""Gold data is read from the formats in which it is published, every place where the release has it."""

from pathlib import Path

import pytest

from benchmarks.gold import main
from benchmarks.gold_brat import brat
from benchmarks.gold_cat import cat
from benchmarks.gold_conllu import conllu
from benchmarks.gold_format import GoldDocument, Mention, Timex, as_line, read_gold
from benchmarks.gold_rules import golden_rules
from benchmarks.gold_times import timeml, timex2
from briefgen.model.span import Span


def written(folder: Path, name: str, source: str) -> list[Path]:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(source.encode())
    return [file]


def words(document: GoldDocument, spans: tuple[Span | str, ...]) -> list[str]:
    return [span.of(document.text) for span in spans if isinstance(span, Span)]


TIMEML = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-05-04" functionInDocument="CREATION_TIME">May 4</TIMEX3></DCT>
<TITLE>Pier closed <TIMEX3 tid="t9" type="DATE" value="2021-05-03">Monday</TIMEX3></TITLE>
<TEXT>
Keel &amp; Sons <EVENT eid="e1" class="OCCURRENCE">shut</EVENT> it <SIGNAL sid="s1">on</SIGNAL> \
<TIMEX3 tid="t1" type="DATE" value="2021-05-03">Monday</TIMEX3>, \
<EVENT eid="e2">for <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3></EVENT>.\
<TIMEX3 tid="t3" type="DURATION" value="P1D"></TIMEX3>
</TEXT>
</TimeML>
"""


def test_timeml_gives_the_text_with_its_times_and_the_day_of_publication(tmp_path: Path) -> None:
    (document,) = timeml(written(tmp_path, "a.tml", TIMEML))

    assert document.id == "harbour"
    assert document.day == "2021-05-04"
    assert document.text == "\nKeel & Sons shut it on Monday, for two days.\n"
    assert [(one.text, one.type, one.meaning) for one in document.timexes] == [
        ("Monday", "DATE", "2021-05-03"),
        ("two days", "DURATION", "P2D"),
    ]
    assert all(document.text[one.start : one.end] == one.text for one in document.timexes)


TIMEX2 = """<?xml version="1.0"?>
<DOC><DOCID>10_Ferry</DOCID><DOCTYPE SOURCE="web">web</DOCTYPE><DATETIME>20210504T101500</DATETIME>
<TEXT>Keel & Sons sailed in
<TIMEX2 val="P2M">the first two months of <TIMEX2 val="1911">1911</TIMEX2></TIMEX2>,
never <TIMEX2>since</TIMEX2>.
</TEXT></DOC>
"""


def test_timex2_gives_times_that_stand_inside_others_and_times_without_a_value(tmp_path: Path) -> None:
    (document,) = timex2(written(tmp_path, "a.key.xml", TIMEX2))

    assert (document.id, document.day) == ("10_Ferry", "2021-05-04")
    assert document.text == "Keel & Sons sailed in\nthe first two months of 1911,\nnever since.\n"
    assert [(one.text, one.meaning) for one in document.timexes] == [
        ("the first two months of 1911", "P2M"),
        ("1911", "1911"),
        ("since", None),
    ]


@pytest.mark.parametrize("source", ["<TimeML><DOCID>a</DOCID></TimeML>", "<TimeML><TEXT>"])
def test_a_file_that_is_no_timeml_is_told_of(tmp_path: Path, source: str) -> None:
    with pytest.raises(ValueError, match=r"TEXT|not XML"):
        list(timeml(written(tmp_path, "a.tml", source)))


def token(number: str, word: str, after: str = "_") -> str:
    return "\t".join((number, word, *"_______", after))


CONLLU = "\n".join(
    [
        "# newdoc id = ferry",
        "# sent_id = 1",
        "# newpar id = p1",
        "# text = She sailed.",
        token("1", "She"),
        token("2", "sailed", "SpaceAfter=No"),
        token("3", "."),
        "",
        "# text = He didn't (",
        token("1", "He"),
        token("2-3", "didn't"),
        token("2", "did", "SpaceAfter=No"),
        token("3", "n't"),
        token("4", "(", "SpaceAfter=No"),
        "",
        "# text = but why?)",
        token("1", "but"),
        token("2", "why", "SpaceAfter=No"),
        token("3", "?", "SpaceAfter=No"),
        token("4", ")"),
        "",
        "# newpar",
        "# text = Nobody couldn't.",
        token("1", "Nobody"),
        token("2-4", "couldn't.", "SpaceAfter=No"),
        token("2", "could"),
        token("3", "n't"),
        token("4", "."),
        "",
        "# text = None.",
        token("1", "None"),
        "",
        "# newdoc id = pier",
        "# newpar",
        "# text = It stood.",
        token("1", "It"),
        "",
        "",
    ]
)


def test_conllu_gives_paragraphs_and_the_spaces_between_sentences(tmp_path: Path) -> None:
    ferry, pier = conllu(written(tmp_path, "a.conllu", CONLLU))

    assert ferry.text == "She sailed. He didn't (but why?)\n\nNobody couldn't.None."
    assert words(ferry, ferry.sentences) == [
        "She sailed.",
        "He didn't (",
        "but why?)",
        "Nobody couldn't.",
        "None.",
    ]
    assert (pier.id, pier.text) == ("pier", "It stood.")


BRAT = """T1\tSource 0 4\tKeel
T2\tCue 5 9\tsaid
T3\tContent 10 20;28 37\tthe pier… was shut
T4\tAttribution 5 9\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tContent 39 44\tagain
T6\tContent 10 20\tthe pier…
T7\tAttribution 5 9\tsaid
E2\tAttribution:T7 Content:T5 Content2:T6
T8\tDiscard 0 4\tKeel
#1\tAnnotatorNotes T8\tcut
"""
BRAT_TEXT = "Keel said the pier…\r, (he said) was shut, again.\n"


def test_brat_gives_split_contents_counted_in_the_text_as_it_stands(tmp_path: Path) -> None:
    written(tmp_path, "text/paper_2021-05-04_pier.txt", BRAT_TEXT)
    (file,) = written(tmp_path, "attributions/paper_2021-05-04_pier_ab12.ann", BRAT)

    (document,) = brat([file])

    assert (document.id, document.day, document.text) == ("paper_2021-05-04_pier", "2021-05-04", BRAT_TEXT)
    first, second = document.attributions
    assert words(document, first.source) == ["Keel"]
    assert words(document, first.cue) == ["said"]
    assert first.content == (Span(10, 20), Span(28, 37))
    assert (second.source, second.content) == ((), (Span(10, 20), Span(39, 44)))


def test_brat_takes_the_first_of_several_annotations_and_none_without_its_text(tmp_path: Path) -> None:
    written(tmp_path, "text/pier.txt", BRAT_TEXT)
    empty = written(tmp_path, "attributions/pier_zz99.ann", "")
    whole = written(tmp_path, "attributions/pier_ab12.ann", BRAT)
    lost = written(tmp_path, "attributions/quay_ab12.ann", BRAT)

    (document,) = brat([*empty, *lost, *whole])

    assert len(document.attributions) == 2


CAT_TOKENS = [
    ["Pier", "shut"],
    ["May", "4", ",", "2021"],
    [
        "Keel",
        "'s",
        "firm",
        "(",
        "Keel",
        "Ltd.",
        ")",
        "said",
        '"',
        "no",
        '"',
        "to",
        "$",
        "5",
        ",",
        "``",
        "ok",
        "''",
    ],
    *[["It", "did", "n't", "."]] * 5,
]


def cat_source() -> str:
    numbered = enumerate(
        ((sentence, word) for sentence, words in enumerate(CAT_TOKENS) for word in words), start=1
    )
    tokens = "\n".join(
        f'<token t_id="{number}" sentence="{sentence}" number="0">{word}</token>'
        for number, (sentence, word) in numbered
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="pier.xml">
{tokens}
<Markables>
<ENTITY_MENTION m_id="11" syntactic_type="NAM"><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="12" syntactic_type="NAM">
<token_anchor t_id="11"/><token_anchor t_id="12"/></ENTITY_MENTION>
<ENTITY m_id="21" ent_type="ORG" TAG_DESCRIPTOR="Keel"/>
<TIMEX3 m_id="31" type="DATE" value="2021-05-04" functionInDocument="CREATION_TIME">
<token_anchor t_id="3"/><token_anchor t_id="4"/><token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="32" type="DATE" value="2021"/>
</Markables>
<Relations>
<REFERS_TO r_id="41"><source m_id="11"/><source m_id="12"/><target m_id="21"/></REFERS_TO></Relations>
</Document>
"""


def test_cat_gives_names_with_whom_they_stand_for_in_a_text_put_together(tmp_path: Path) -> None:
    (document,) = cat(written(tmp_path, "pier.xml", cat_source()))

    assert document.text.split("\n")[:4] == [
        "Pier shut",
        "May 4, 2021",
        "Keel's firm (Keel Ltd.) said \"no\" to $5, `` ok ''",
        "It didn't.",
    ]
    assert document.timexes == (Timex(10, 21, "May 4, 2021", "DATE", "2021-05-04"),)
    assert document.entities == (
        Mention(22, 26, "Keel", "NAM", "ORG", "21"),
        Mention(35, 44, "Keel Ltd.", "NAM", "ORG", "21"),
    )
    assert document.day == "2021-05-04"
    assert len(document.sentences) == 8
    assert Span(0, document.limit).of(document.text).count("\n") == 5


def test_golden_rules_are_read_and_not_run(tmp_path: Path) -> None:
    source = """
import pytest
raise SystemExit("run")
GOLDEN_EN_RULES_TEST_CASES = [
    ("One. Two.", ["One.", "Two."]),
    pytest.param("Mr. Keel.", ["Mr. Keel."], marks=pytest.mark.xfail),
]
OTHERS = [("A. B.", ["A. B."])]
"""
    first, second = golden_rules(written(tmp_path, "test_english.py", source))

    assert (first.id, first.text, first.sentences) == (1, "One. Two.", ("One.", "Two."))
    assert second.sentences == ("Mr. Keel.",)


def test_what_the_command_prints_is_read_again(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    files = written(tmp_path, "a.tml", TIMEML)

    main(["timeml", *map(str, files)])

    printed = tmp_path / "printed.jsonl"
    printed.write_bytes(capfdbinary.readouterr().out)
    assert list(read_gold(printed)) == list(timeml(files))


def test_a_line_that_is_no_gold_data_is_named(tmp_path: Path) -> None:
    (file,) = written(tmp_path, "a.jsonl", as_line(GoldDocument(1, "A.")).decode() + '{"id": 2}\n')

    with pytest.raises(ValueError, match=r"line 2: .*text"):
        list(read_gold(file))


def test_a_day_that_is_not_written_as_iso_8601_has_it_is_not_told() -> None:
    assert GoldDocument(1, "", dct="2021-05-04T10:15:00").day == "2021-05-04"
    assert GoldDocument(1, "", date="2021-05-04").day == "2021-05-04"
    assert GoldDocument(1, "", dct="04-05-2021").day is None
