"""The measures count what they say; the table in the documentation is the one the program prints."""

from pathlib import Path

import pytest

from benchmarks.accuracy import MEASURES, main, measure
from benchmarks.accuracy_claims import is_reporting, measure_claims
from benchmarks.accuracy_dates import measure_dates
from benchmarks.accuracy_names import measure_names
from benchmarks.accuracy_scores import Read, Result, Score, read_all
from benchmarks.accuracy_sentences import measure_sentences
from benchmarks.accuracy_table import HEADER, ROWS, find, line, table
from benchmarks.gold_format import Attribution, GoldDocument, Mention, Timex, as_line
from briefgen.model.annotation import Annotated, Claim, DateMention, Entity, EntityKind, Sentence
from briefgen.model.document import Document
from briefgen.model.span import Span

READING = Path(__file__).parents[2] / "docs" / "reading.md"

TEXT = "Ann Keel said the pier was shut. According to Bo Quay it was open in May 2021, and nobody cared."


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def annotated(
    *, claims: tuple[Claim, ...] = (), dates: tuple[DateMention, ...] = (), entities: tuple[Entity, ...] = ()
) -> Annotated:
    document = Document("a.txt", "a.txt", "text/plain", "utf-8", "", len(TEXT), TEXT, ())
    sentences = tuple(Sentence(place(words), 0) for words in (TEXT[:32], TEXT[33:]))
    return Annotated(document, sentences, (), dates, (), entities, claims)


def score(result: Result, name: str) -> Score:
    return next(one for one in result.scores if one.name == name)


def rates(result: Result, name: str) -> tuple[float | None, float | None]:
    found = score(result, name)
    return found.precision, found.recall


SAID = Attribution((place("Ann Keel"),), (place("said"),), (place("the pier was shut"),))
ACCORDING = Attribution(
    (place("Bo Quay"),), (place("According to"),), (place("it was open in May 2021, and nobody cared"),)
)


def claim(one: Attribution) -> Claim:
    return Claim(one.source, one.cue, one.content, "asserted", False)


def claims(*found: Attribution) -> Result:
    gold = GoldDocument(1, TEXT, attributions=(SAID, ACCORDING))
    return measure_claims([Read(gold, annotated(claims=tuple(map(claim, found))))])


def test_claims_that_are_those_of_the_gold_are_all_right() -> None:
    result = claims(ACCORDING, SAID)

    assert all(one.recall == 1 for one in result.scores)
    assert result.errors == []


def test_a_claim_that_is_missed_costs_recall_alone_and_is_told() -> None:
    result = claims(SAID)

    assert rates(result, "content overlaps") == (1, 0.5)
    assert rates(result, "found, of those with a reporting cue") == (None, 0.5)
    assert rates(result, "words labelled source") == (1, 0.5)
    assert result.errors == ["1 | missed | According to | it was open in May 2021, and nobody cared"]


def test_a_claim_with_another_speaker_counts_by_its_content_only() -> None:
    result = claims(SAID, Attribution((place("nobody"),), ACCORDING.cue, ACCORDING.content))

    assert rates(result, "content overlaps") == (1, 1)
    assert rates(result, "content and speaker overlap") == (0.5, 0.5)


def test_a_content_counts_where_half_of_the_characters_of_either_are_shared() -> None:
    half = Attribution(SAID.source, SAID.cue, (place("the pier w"),))
    less = Attribution(SAID.source, SAID.cue, (place("the pier"),))

    assert score(claims(half), "content overlaps").recall == 0.5
    assert score(claims(less), "content overlaps").recall == 0


def test_one_claim_is_the_answer_to_one_of_the_gold() -> None:
    gold = GoldDocument(1, TEXT, attributions=(SAID, SAID))

    result = measure_claims([Read(gold, annotated(claims=(claim(SAID),)))])

    assert rates(result, "content overlaps") == (1, 0.5)


def test_a_part_that_leaves_a_word_out_has_a_wrong_label_where_it_begins_again() -> None:
    cut = Attribution((place("Ann"), place("Keel")), SAID.cue, SAID.content)
    split = Attribution(SAID.source, SAID.cue, (place("the pier"), place("shut")))

    assert score(claims(cut), "words labelled source").precision == 1
    assert rates(claims(split), "words labelled content") == (2 / 3, 2 / 14)


@pytest.mark.parametrize(
    ("cue", "reporting"),
    [
        ("Said", True),
        ("has repeatedly warned", True),
        ("According to", True),
        ("according", False),
        ("thinks", False),
        ("soothsaying", False),
    ],
)
def test_a_reporting_cue_is_known_by_its_words(cue: str, reporting: bool) -> None:
    assert is_reporting(cue) is reporting


def dates(*found: DateMention, limit: int | None = None) -> Result:
    wanted = (place("May 2021"), place("nobody"))
    timexes = tuple(
        Timex(one.start, one.end, one.of(TEXT), value=value)
        for one, value in zip(wanted, ("2021-05", None), strict=True)
    )
    gold = GoldDocument(1, TEXT, timexes=timexes, score_end=limit)
    return measure_dates([Read(gold, annotated(dates=found))])


def test_a_date_counts_by_its_ends_by_touching_and_by_its_value() -> None:
    exact = dates(DateMention(place("May 2021"), "date", "2021-05"))
    touching = dates(DateMention(place("in May"), "date", "2021-06"))

    assert [one.recall for one in exact.scores] == [0.5, 0.5, 0.5]
    assert [one.recall for one in touching.scores] == [0, 0.5, 0]
    assert "value | May 2021 | gold 2021-05, found 2021-06" in touching.errors[0]


def test_dates_beyond_the_end_of_the_annotation_do_not_count() -> None:
    result = dates(DateMention(place("nobody cared"), "date", "2021"), limit=place("May 2021").end)

    assert score(result, "relaxed").made_of == "0 right, 0 found, 1 in the gold"


def entity(kind: EntityKind, *names: str) -> Entity:
    return Entity(names[0], kind, tuple(map(place, names)))


def names(*found: Entity) -> Result:
    wanted = {"Ann Keel": ("PER", "a"), "nobody": ("PER", "a"), "the pier": ("LOC", "p"), "May": ("PRO", "m")}
    mentions = [
        Mention(place(words).start, place(words).end, words, "NAM", kind, who)
        for words, (kind, who) in wanted.items()
    ]
    described = Mention(*(0, len("Ann Keel said")), "", "NAM", "PER", "a")
    gold = GoldDocument(1, TEXT, entities=(*mentions, described))
    return measure_names([Read(gold, annotated(entities=found))])


def test_names_count_with_an_article_and_countries_are_places() -> None:
    result = names(entity("person", "Ann Keel", "nobody"), entity("country", "pier"), entity("other", "May"))

    assert rates(result, "found") == (1, 1)
    assert rates(result, "found and kind right") == (1, 1)
    assert score(result, "aliases tied, B-cubed").f1 == 1


def test_aliases_that_are_not_tied_cost_recall_and_names_tied_wrongly_precision() -> None:
    apart = names(entity("person", "Ann Keel"), entity("person", "nobody"))
    mixed = names(entity("person", "Ann Keel", "the pier"))

    assert rates(apart, "aliases tied, B-cubed") == (1, 0.5)
    assert rates(mixed, "aliases tied, B-cubed") == (0.5, 1)
    assert rates(mixed, "found and kind right") == (0.5, 1 / 3)


def test_a_name_that_is_none_is_told() -> None:
    result = names(entity("place", "open"))

    assert "1 | without reason | open | place" in result.errors


def test_sentences_count_by_both_ends_white_space_aside() -> None:
    places = GoldDocument(1, TEXT, sentences=(Span(0, 33), Span(33, len(TEXT) - 6)))

    result = measure_sentences([Read(places, annotated())])

    assert rates(result, "both ends right") == (0.5, 0.5)
    assert score(result, "documents all right").made_of == "0 of 1"


def test_sentences_given_by_their_words_count_in_order() -> None:
    given = GoldDocument(1, TEXT, sentences=(f" {TEXT[:32]}\n", TEXT[33:]))

    result = measure_sentences([Read(given, annotated())])

    assert score(result, "documents all right").recall == 1


@pytest.mark.parametrize("task", MEASURES)
def test_a_text_that_is_not_read_has_nothing_found_in_it(task: str) -> None:
    (read,) = read_all([GoldDocument(1, " ")])

    assert read.found is None
    assert all(one.recall == 0 for one in MEASURES[task]([read]).scores if "documents" not in one.name)


def test_the_pipeline_is_told_the_day_of_publication(tmp_path: Path) -> None:
    text = "The pier was shut on Monday.\n"
    monday = Timex(21, 27, "Monday", value="2021-05-03")
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(as_line(GoldDocument(1, text, dct="2021-05-04", timexes=(monday,))))

    assert [one.f1 for one in measure("dates", gold).scores] == [1, 1, 1]


def test_the_command_prints_scores_and_writes_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, errors = tmp_path / "gold.jsonl", tmp_path / "errors.txt"
    gold.write_bytes(as_line(GoldDocument("a", "It was.\n", timexes=(Timex(0, 2, "It", value="PAST_REF"),))))

    main(["dates", str(gold), "--errors", str(errors)])

    assert [shown.split()[0] for shown in capsys.readouterr().out.splitlines()] == [
        "strict",
        "relaxed",
        "value",
    ]
    assert errors.read_text("utf-8") == "a | missed | It | PAST_REF\n"


def test_the_table_has_a_line_for_each_set_that_is_there(tmp_path: Path) -> None:
    text = "One stood. Two fell."
    gold = GoldDocument(1, text, sentences=("One stood.", "Two fell."))
    (tmp_path / "golden").mkdir()
    (tmp_path / "golden" / "rules.jsonl").write_bytes(as_line(gold))

    lines = list(table(tmp_path, measure))

    assert find(tmp_path, "golden-rules") == tmp_path / "golden" / "rules.jsonl"
    assert lines[: len(HEADER)] == [*HEADER]
    assert len(lines) == len(HEADER) + 1
    assert "| Golden Rules | 1 of 1 |" in lines[-1]


def test_the_documentation_has_every_line_of_the_table() -> None:
    shown = READING.read_text("utf-8").splitlines()

    for row in ROWS:
        before, after = line(row, "?").split("?")
        assert any(one.startswith(before) and one.endswith(after) for one in shown), before
