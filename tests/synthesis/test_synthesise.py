"""What a brief tells of annotated documents."""

import msgspec
import pytest
from annotations import annotated, claim, date, entity, place, quantity
from samples import TEXT, brief_of, troubled

from briefgen.model.annotation import Stance, as_read
from briefgen.model.problem import Problem
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource, Unread
from briefgen.model.span import Span
from briefgen.pipeline import make_brief, read_base
from briefgen.synthesis import synthesise


def test_the_bottom_line_is_the_main_finding_and_how_far_it_is_verified() -> None:
    finding, verification = brief_of(troubled()).bottom_line
    assert finding.line.text == (
        "The mood soured after allegations Tuesday [2024-10-15] by Sylvania that Freedonia moved 300 tanks "
        "to the border last week [2024-W41], with more to come."
    )
    assert finding.status == "unconfirmed"
    assert verification.line.text.endswith("adding that Atlantis could not confirm the Sylvanian report.")


def test_a_line_keeps_the_attribution_and_says_whom_a_pronoun_stands_for() -> None:
    lines = [one.statement.text for one in brief_of(troubled()).claims]
    assert '"If it is true, we will act," she [Mary Poole] said.' in lines
    assert "They [Harbour officials] have declined to discuss the convoy." in lines


def test_a_quoted_content_keeps_its_marks_and_loses_the_comma_before_the_attribution() -> None:
    contents = [one.content.text for one in brief_of(troubled()).claims]
    assert '"We are worried"' in contents


def test_a_paraphrased_content_begins_with_the_word_that_reports_it() -> None:
    contents = [one.content.text for one in brief_of(troubled()).claims]
    assert "adding that Atlantis could not confirm the Sylvanian report." in contents


def test_words_of_another_claim_between_speaker_and_content_are_left_out_visibly() -> None:
    text = "The mayor said the bridge is safe, and the port is open, and denied that anyone was hurt."
    found = annotated(
        text,
        claims=(
            claim(text, "The mayor", "said", "the bridge is safe, and the port is open"),
            claim(text, "The mayor", "denied", "that anyone was hurt", "denied"),
        ),
    )
    assert brief_of(found).claims[1].statement.text == "The mayor … denied that anyone was hurt."


def test_speakers_without_a_name_are_labelled_by_what_the_source_calls_them() -> None:
    speakers = [one.speaker for one in brief_of(troubled()).claims]
    assert [speaker.label for speaker in speakers] == [
        "Sylvania",
        "Mary Poole",
        "Mary Poole",
        "Mary Poole",
        "Harbour officials",
        "Harbour officials",
    ]
    assert [speaker.named for speaker in speakers] == [True, True, True, True, False, False]


def test_a_short_form_is_shown_as_the_fuller_words_it_stands_for() -> None:
    text = "A harbour official came. The official said boats left."
    found = annotated(
        text, claims=(claim(text, "The official", "said", "boats left", stands_for="A harbour official"),)
    )
    assert brief_of(found).claims[0].statement.text == "The official [harbour official] said boats left."


def test_an_uncertain_antecedent_is_shown_as_probable() -> None:
    text = "Ann Lee met Bob Ray. He was late, he said."
    found = annotated(
        text,
        entities=(entity(text, "Ann Lee", "person"), entity(text, "Bob Ray", "person")),
        claims=(claim(text, "he", "said", "He was late,", entity=1, certain=False),),
    )
    assert brief_of(found).claims[0].statement.text == "He was late, he [probably Bob Ray] said."


def test_a_claim_is_unconfirmed_where_another_speaker_could_not_confirm_it() -> None:
    brief = brief_of(troubled())
    first = brief.verification[0]
    assert (first.asserted, first.unconfirmed, first.status) == (("C1",), ("C3",), "unconfirmed")


def test_a_claim_that_another_speaker_denies_is_denied() -> None:
    text = "The union says wages fell in the spring. The company denied that wages fell in the spring."
    found = annotated(
        text,
        claims=(
            claim(text, "The union", "says", "wages fell in the spring"),
            claim(text, "The company", "denied", "that wages fell in the spring", "denied"),
        ),
    )
    brief = brief_of(found)
    assert brief.claims[0].status == "denied"
    assert next(one for one in brief.verification if "C1" in one.asserted).denied == ("C2",)


def test_a_speaker_does_not_answer_their_own_claim() -> None:
    text = "The union says wages fell in the spring. The union denied that wages fell in the spring."
    found = annotated(
        text,
        claims=(
            claim(text, "The union", "says", "wages fell in the spring"),
            claim(text, "The union", "denied", "that wages fell in the spring", "denied"),
        ),
    )
    assert brief_of(found).claims[0].status == "reported"


def test_a_claim_under_a_condition_is_conditional() -> None:
    assert brief_of(troubled()).claims[3].status == "conditional"


def test_the_timeline_is_in_order_and_tells_the_clause_of_the_date() -> None:
    timeline = brief_of(troubled()).timeline
    assert [event.when.value for event in timeline] == ["2020-05", "2024-W41", "2024-10-15"]
    assert timeline[1].line.text == "Freedonia moved 300 tanks to the border last week [2024-W41]"
    assert timeline[1].speaker is not None
    assert timeline[1].speaker.label == "Sylvania"


def test_a_date_that_is_not_resolved_is_not_on_the_timeline() -> None:
    text = "The ships left on Monday."
    found = annotated(text, dates=(date(text, "Monday", "XXXX-WXX-1"),), published=None)
    assert brief_of(found).timeline == ()


def test_figures_that_count_the_same_stand_beside_each_other() -> None:
    first, second = brief_of(troubled()).figures
    assert (first.beside, second.beside) == (("Q2",), ("Q1",))
    assert first.speaker is not None
    assert (first.speaker.label, second.speaker) == ("Sylvania", None)


def test_a_figure_takes_the_date_of_its_clause() -> None:
    first, _ = brief_of(troubled()).figures
    assert first.when is not None
    assert first.when.value == "2024-W41"


def test_a_figure_dated_by_a_since_clause_holds_since_then() -> None:
    _, second = brief_of(troubled()).figures
    assert second.when is not None
    assert (second.when.value, second.when.relation) == ("2020-05", "since")


def test_the_outlook_holds_conditions_and_leaves_out_what_has_happened() -> None:
    outlook = brief_of(troubled()).outlook
    assert [row.claim for row in outlook] == ["C4"]
    assert outlook[0].condition is not None
    assert outlook[0].condition.text == '"If it is true'


def test_gaps_name_refusals_nameless_speakers_and_those_not_heard() -> None:
    gaps = {gap.kind: gap for gap in brief_of(troubled()).gaps}
    assert gaps["declined"].subject == "Harbour officials"
    assert gaps["unconfirmed"].subject == "Mary Poole"
    assert (gaps["unnamed"].subject, gaps["unnamed"].count) == ("Harbour officials", 2)
    assert "silent" not in gaps


def test_whoever_claims_are_about_but_no_source_quotes_is_a_gap() -> None:
    text = "The union said Acme lied. The union said Acme stole. The union said Acme fled. The mayor agreed."
    contents = ("Acme lied", "Acme stole", "Acme fled")
    claims = tuple(
        msgspec.structs.replace(
            claim(text, "The union", "said", content), speaker=(place(text, "The union", number),)
        )
        for number, content in enumerate(contents, 1)
    )
    found = annotated(text, claims=claims, entities=(entity(text, "Acme", "organisation"),))
    silent = [gap for gap in brief_of(found).gaps if gap.kind == "silent"]
    assert [(gap.subject, gap.count) for gap in silent] == [("Acme", 3)]


def test_without_a_publication_date_the_brief_says_so_and_is_as_of_today() -> None:
    found = msgspec.structs.replace(troubled())
    document = msgspec.structs.replace(
        found.document, metadata=msgspec.structs.replace(found.document.metadata, published=None)
    )
    brief = brief_of(msgspec.structs.replace(found, document=document))
    assert brief.as_of == "2030-01-01"
    assert [gap.evidence for gap in brief.gaps if gap.kind == "undated"] == [("S1",)]


def test_without_a_date_asked_for_the_brief_is_as_of_the_newest_publication() -> None:
    older = annotated("The dam held.", name="seeds/b.txt", published="2023-01-01")
    assert brief_of(troubled(), older).as_of == "2024-10-18"
    assert brief_of(troubled(), older, as_of="2025-02-03").as_of == "2025-02-03"


def test_a_text_without_claims_still_has_key_points_in_the_sources_own_voice() -> None:
    brief = brief_of(annotated("The dam broke at dawn. Water filled the lower streets within an hour."))
    assert brief.bottom_line[0].speaker.label == "The Daily"
    assert brief.claims == ()


def test_several_sources_give_one_brief_with_findings_of_all_of_them() -> None:
    text = "The ministry said rice stocks fell to a record low after the flood in the delta."
    other = annotated(
        text,
        name="seeds/b.txt",
        claims=(
            claim(
                text, "The ministry", "said", "rice stocks fell to a record low after the flood in the delta"
            ),
        ),
    )
    brief = brief_of(troubled(), other)
    assert {one.source for one in brief.evidence} == {1, 2}
    assert any("rice" in finding.line.text for finding in brief.key_points)
    assert [story.sources for story in brief.stories] == [("seeds/a.txt",), ("seeds/b.txt",)]


def test_every_input_is_in_the_coverage() -> None:
    raw = RawSource("x/c.txt", "seeds/c.txt", "text/plain", b"abc", "1" * 64)
    bad = Unread("x/d.bin", "seeds/d.bin", Problem("not text"), 7, "2" * 64)
    brief = synthesise(
        (as_read(troubled()),),
        ((raw, "seeds/a.txt"),),
        (bad,),
        Request("seeds", "2030-01-01"),
        "briefgen test",
    )
    assert [(row.name, row.state, row.source) for row in brief.coverage] == [
        ("seeds/a.txt", "used", 1),
        ("seeds/c.txt", "duplicate", 1),
        ("seeds/d.bin", "unread", None),
    ]
    assert [gap.count for gap in brief.gaps if gap.kind == "unread"] == [1]


@pytest.mark.parametrize(
    ("asked", "sources", "shown"),
    [
        (None, (None, None), None),
        ("TLP:GREEN", (None, None), "TLP:GREEN"),
        ("TLP:GREEN", ("TLP:RED", None), "TLP:RED"),
        ("tlp:red", ("TLP: GREEN", "TLP:WHITE"), "TLP:RED"),
        ("TLP:AMBER+STRICT", ("TLP:AMBER", "TLP:CLEAR"), "TLP:AMBER+STRICT"),
        ("Internal", ("TLP:AMBER", None), "Internal · TLP:AMBER"),
        ("Internal", ("Internal", None), "Internal"),
    ],
)
def test_the_marking_is_the_highest_of_what_is_in_the_brief(
    asked: str | None, sources: tuple[str | None, ...], shown: str | None
) -> None:
    found = tuple(
        annotated(f"Text number {number}.", name=f"seeds/{number}.txt", marking=marking)
        for number, marking in enumerate(sources)
    )
    assert brief_of(*found, marking=asked).marking == shown


def test_evidence_is_numbered_without_holes_and_only_what_is_cited_is_kept() -> None:
    brief = brief_of(troubled())
    assert [one.id for one in brief.evidence] == [f"E{n}" for n in range(1, len(brief.evidence) + 1)]
    cited = {name for one in brief.claims for name in one.evidence}
    assert cited <= {one.id for one in brief.evidence}


def test_a_line_over_two_sentences_takes_its_words_from_both() -> None:
    text = '"It rained," the guide said. "Then it snowed."'
    found = annotated(
        text, claims=(claim(text, "the guide", "said", "It rained, … Then it snowed.", quoted=True),)
    )
    line = brief_of(found).claims[0].statement
    assert line.text == text
    assert line.evidence == ("E1", "E2")


def test_the_same_documents_give_the_same_brief() -> None:
    assert brief_of(troubled()) == brief_of(troubled())


def test_spans_of_pieces_are_the_places_of_their_words() -> None:
    for one in brief_of(troubled()).claims:
        for piece in one.content.pieces[1:]:
            if piece.span is not None:
                assert Span(piece.span.start, piece.span.end).of(TEXT) == piece.text


def test_texts_of_lines_read_the_same_in_findings_and_claims() -> None:
    brief = brief_of(troubled())
    statements = {one.id: one.statement.text for one in brief.claims}
    for finding in brief.key_points:
        if finding.claims:
            assert finding.line.text == statements[finding.claims[0]]


def test_an_event_told_twice_stands_once_and_leaves_no_trace() -> None:
    text = "The dam broke on Monday. Rain fell for days. The dam broke on Monday."
    found = annotated(
        text,
        dates=(
            date(text, "Monday", "2024-10-14", "2024-10-14"),
            msgspec.structs.replace(
                date(text, "Monday", "2024-10-14", "2024-10-14"), span=place(text, "Monday", 2)
            ),
        ),
    )
    assert len(brief_of(found).timeline) == 1


def test_the_listener_stays_behind_told_wherever_it_stands() -> None:
    text = '"We meet daily," a clerk told Reuters, referring to the council. "We will not say more."'
    found = annotated(
        text,
        claims=(claim(text, "a clerk", "told", "We meet daily, … We will not say more.", quoted=True),),
    )
    assert brief_of(found).claims[0].statement.text == (
        '"We meet daily," a clerk told Reuters … "We will not say more."'
    )


def test_a_very_long_passage_is_cut_around_its_number_and_shows_the_cuts() -> None:
    text = f"The list names {'one more boat, ' * 200}40 ships, {'another boat, ' * 200}and a raft."
    found = annotated(text, quantities=(quantity(text, "40 ships", 40, "ships"),))
    line = brief_of(found).figures[0].what
    assert "40 ships" in line.text
    assert line.text.startswith("… ")
    assert line.text.endswith(" …")
    assert len(line.text) < 700


def test_of_many_figures_of_one_thing_each_is_tied_to_the_nearest() -> None:
    text = "Seen: " + " ".join(f"{number} boats," for number in range(100, 160))
    found = annotated(
        text,
        quantities=tuple(quantity(text, f"{number} boats", number, "boats") for number in range(100, 160)),
    )
    figures = brief_of(found).figures
    assert all(len(figure.beside) == 12 for figure in figures)
    assert {"Q29", "Q31"} <= set(figures[29].beside)


def test_the_newest_publication_is_found_across_time_zones() -> None:
    early = annotated("Rain fell.", name="seeds/a.txt", published="2024-10-18T23:30:00-05:00")
    late = annotated("Snow fell.", name="seeds/b.txt", published="2024-10-19")
    assert brief_of(early, late).as_of == "2024-10-18T23:30:00-05:00"


def test_a_denial_by_somebody_who_confirms_elsewhere_stands_beside_the_confirmation() -> None:
    first = "The police said six clerks were injured. Orlo denied that clerks were injured."
    second = "Orlo confirmed that six clerks were injured."
    brief = brief_of(
        annotated(
            first,
            entities=(entity(first, "Orlo", "organisation"),),
            claims=(
                claim(first, "The police", "said", "six clerks were injured"),
                claim(first, "Orlo", "denied", "that clerks were injured", "denied", entity=0),
            ),
        ),
        annotated(
            second,
            name="seeds/b.txt",
            entities=(entity(second, "Orlo", "organisation"),),
            claims=(claim(second, "Orlo", "confirmed", "that six clerks were injured", entity=0),),
        ),
    )
    assert [point.line.text for point in brief.bottom_line] == [
        "The police said six clerks were injured.",
        "Orlo denied that clerks were injured.",
        "Orlo confirmed that six clerks were injured.",
    ]


@pytest.mark.parametrize(
    ("speaker", "cue", "content", "stance", "expected"),
    [
        ("The mayor", "said", "he hopes to open the bridge", "asserted", True),
        ("Farmers", "say", "that rain is unlikely", "assessed", True),
        ("", "is expected", "The court … to hear the clerk", "estimated", True),
        ("The union", "accused", "Orlo of closing yards, with plans for more", "alleged", False),
        ("The union", "alleged", "Orlo will close the yard", "alleged", True),
        ("The mayor", "said", "the bridge held", "asserted", False),
        ("The mayor", "said", "he did not expect a cut", "asserted", True),
        ("Orlo", "expects", "costs of 40 crowns", "estimated", True),
        ("Clerks", "had expected", "40 crowns", "estimated", False),
        ("A reporter", "asked", "if the port would close", "possible", False),
        ("The mayor", "said", "if it rains the port would close", "conditional", True),
    ],
)
def test_the_outlook_holds_hopes_and_doubts_and_no_past_allegations(
    speaker: str, cue: str, content: str, stance: Stance, expected: bool
) -> None:
    parts = content.split(" … ")
    words = [parts[0], cue, parts[1]] if len(parts) > 1 else [speaker, cue, content]
    text = " ".join(words) + "."
    found = annotated(text, claims=(claim(text, speaker, cue, content, stance),))
    assert bool(brief_of(found).outlook) is expected


def test_the_outlook_tells_a_sentence_once_where_one_claim_of_it_answers_another() -> None:
    text = "The mayor hopes to open the bridge, but farmers say that is unlikely."
    found = annotated(
        text,
        claims=(
            claim(text, "The mayor", "hopes", "to open the bridge"),
            claim(text, "farmers", "say", "that is unlikely", "assessed"),
        ),
    )
    assert [row.line.text for row in brief_of(found).outlook] == [text]


def test_no_name_is_missing_of_nobody() -> None:
    text = "No official confirmed that the dam broke. A clerk said that it held."
    found = annotated(
        text,
        claims=(
            claim(text, "No official", "confirmed", "that the dam broke", "unconfirmed"),
            claim(text, "A clerk", "said", "that it held"),
        ),
    )
    subjects = [gap.subject for gap in brief_of(found).gaps if gap.kind == "unnamed"]
    assert len(subjects) == 1
    assert "official" not in (subjects[0] or "")


def test_the_outlook_leaves_out_what_a_speaker_says_has_happened() -> None:
    text = '"We lifted nine trucks from the mud," Vera Holm told a crowd. "The road will open again."'
    content = '"We lifted nine trucks from the mud," … "The road will open again."'
    found = annotated(text, claims=(claim(text, "Vera Holm", "told", content, quoted=True),))
    (row,) = brief_of(found).outlook
    assert row.line.text == 'Vera Holm told a crowd. "The road will open again."'


def test_a_line_that_says_when_a_text_came_out_names_no_brief() -> None:
    text = (
        "Published: 18 October 2024\n\nThe harbour master of Karvel said on Friday that 12 ships were back.\n"
    )
    raw = RawSource("a.txt", "a.txt", "text/plain", text.encode(), "0" * 64, Metadata())
    brief = make_brief(read_base((raw,), (), Metadata()), Request("daily", "2024-10-19"))
    assert brief.as_of == "2024-10-18"
    assert "Published" not in brief.title


def test_a_place_in_capitals_stands_in_the_title_once_and_as_it_is_written_elsewhere() -> None:
    texts = (
        "VELMORA - The river rose again, fire chief Ota Lind said.",
        "Ann Lee said Velmora was flooded. Velmora is a town on the Sill.",
    )
    raws = [
        RawSource(f"/{name}", name, "text/plain", text.encode(), name)
        for name, text in zip(("a.txt", "b.txt"), texts, strict=True)
    ]
    title = make_brief(read_base(raws, (), Metadata()), Request("x", "2024-10-18")).title
    assert "VELMORA" not in title
    assert title.count("Velmora") == 1
