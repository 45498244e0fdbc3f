"""Is the brief faithful to its sources? Pure: the gate before anything is written, and `briefgen verify`."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.model.brief import Brief, Changes, Evidence, Line, Passage, Piece
from briefgen.model.problem import UnfaithfulError

if TYPE_CHECKING:
    from markdown_it.token import Token

WORD = re.compile(r"\w")
QUOTATION = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^“”„]+)[“”]")
LETTERS = re.compile(r"[^\W\d_]+")
SHORTENED_HASH = re.compile(r"\b[0-9a-f]{8,64}\b")
UNBROKEN = 100
"""Letters without a break that are no word of a language; a long passage may be cut within them."""
BEFORE = 40
"""Characters shown before the place where a source and a quotation part."""
BREAK = re.compile(r"\s*\[[^\[\]]*\]|\s…\s")
"""Where words were added to a quotation or left out of it; a source's own brackets look no different."""


class Row(msgspec.Struct, frozen=True):
    """One line of the brief, where it stands in the model, and the evidence it claims to rest on."""

    section: str
    place: str
    line: Line | None
    evidence: tuple[str, ...]
    text: str


class Mismatch(msgspec.Struct, frozen=True):
    """A cited sentence that its source no longer bears out."""

    evidence: Evidence
    source: str
    """Name of the source."""
    problem: str
    lines: tuple[str, ...]
    """The lines of the brief that rest on it: "key point F2: …"."""
    shift: int | None = None
    """By how many code points the very words stand later in the source; none where they are not in it."""
    missing: bool = False
    """Whether its source is not there, so that nothing is known of the sentence."""


def rows_of(brief: Brief) -> Iterator[Row]:
    """Every line of the brief that states something."""
    return (_row(stated) for stated in _stated(brief))


Stated = tuple[str, str, Line | None, tuple[str, ...], str]
"""Section, place, line, evidence, and the text where there is no line: what a row is made of, which takes
longer to make than to look at."""


def _row(stated: Stated) -> Row:
    section, place, line, evidence, text = stated
    return Row(section, place, line, evidence, line.text if line else text)


def _stated(brief: Brief) -> Iterator[Stated]:
    for number, point in enumerate(brief.bottom_line, 1):
        yield "bottom line", str(number), point.line, point.evidence, ""
    for finding in brief.key_points:
        yield "key point", finding.id, finding.line, finding.evidence, ""
        if finding.later:
            yield "later word", finding.id, finding.later, finding.later.evidence, ""
    for claim in brief.claims:
        yield "claim", claim.id, claim.statement, claim.evidence, ""
        yield "claim", claim.id, claim.content, claim.evidence, ""
    for event in brief.timeline:
        yield "event", event.id, event.line, event.evidence, ""
    for figure in brief.figures:
        yield "figure", figure.id, figure.what, figure.evidence, ""
    yield from _further_stated(brief)


def _further_stated(brief: Brief) -> Iterator[Stated]:
    for number, outlook in enumerate(brief.outlook, 1):
        lines = (outlook.line, outlook.condition) if outlook.condition else (outlook.line,)
        yield from (("outlook", str(number), line, outlook.evidence, "") for line in lines)
    for number, gap in enumerate(brief.gaps, 1):
        if gap.kind != "unread":
            yield "gap", str(number), gap.line, gap.evidence, gap.subject or gap.kind.replace("_", " ")
    for entity in brief.entities:
        yield "name", entity.id, None, entity.evidence, entity.name
        yield from (("role", entity.id, role, entity.evidence, "") for role in entity.roles)
    if brief.changes:
        yield from _stated_of_changes(brief.changes)


def _stated_of_changes(changes: Changes) -> Iterator[Stated]:
    """What is told of an earlier edition: what stands now by evidence of now, what stood by that of then."""
    for change in changes.changes:
        now, then = _apart(change.evidence)
        if change.line is not None or now:
            yield "change", change.id, change.line, now, ""
        if change.before is not None or then:
            yield "change", change.id, change.before, then, ""
    for move in changes.moves:
        now, then = _apart(move.evidence)
        yield "move", move.figure, None, now, move.before.what.text
        yield "move", move.figure, move.before.what, then, ""


def _apart(evidence: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of evidence of the brief, and those of an earlier edition."""
    then = tuple(name for name in evidence if name.startswith(EARLIER))
    return tuple(name for name in evidence if not name.startswith(EARLIER)), then


EARLIER = "P"
"""What the ids of the sources and the evidence of an earlier edition begin with."""


def check_brief(brief: Brief, held: Brief | None = None) -> None:
    """Hold every line of the model against its evidence.

    Where `held` is the same brief before it was compared with an edition, and was held against its evidence
    then, only what is told of changes is left to hold. Raises `UnfaithfulError` naming the first line that
    has no evidence in the model, or whose words are not the words of its evidence.
    """
    evidence = {one.id: one for one in brief.evidence}
    sources = {source.id for source in brief.sources}
    known = held is not None and _differs_in_changes(brief, held)
    if not known:
        _check_all_evidence(brief, sources)
    if brief.changes:
        _check_changes(brief, brief.changes)
        evidence |= {one.id: one for one in brief.changes.evidence}
    changes = _stated_of_changes(brief.changes) if brief.changes else ()
    for stated in _not_plain(changes if known else _stated(brief), evidence, sources):
        _check_row(_row(stated), evidence, sources)
    _check_statuses(brief)
    _check_notes(brief, sources)


def _differs_in_changes(brief: Brief, held: Brief) -> bool:
    """Whether all else is not only equal in both, but the very same."""
    apart = ("changes", "marking")
    names = [name for name in brief.__struct_fields__ if name not in apart]
    return held.changes is None and all(getattr(brief, name) is getattr(held, name) for name in names)


def _check_all_evidence(brief: Brief, sources: set[str]) -> None:
    numbers = {source.number for source in brief.sources}
    for one in brief.evidence:
        if not _plainly_whole(one, numbers):
            _check_evidence(one, f"S{one.source}", sources)


def _check_row(row: Row, evidence: Mapping[str, Evidence], sources: set[str]) -> None:
    problem = _problem_of(row, evidence, sources)
    if problem:
        raise UnfaithfulError(f"{row.section} {row.place} {problem}: “{_short(row.text)}”")


def _check_notes(brief: Brief, sources: set[str]) -> None:
    """Every source that a person's notes name by its number is in the model."""
    for passage in brief.notes.passages if brief.notes else ():
        unknown = next((name for name in passage.sources if name not in sources), None)
        if unknown:
            raise UnfaithfulError(
                f"line {passage.line} of the notes names {unknown}, which the brief does not list"
            )


def _check_statuses(brief: Brief) -> None:
    """Every claim named anywhere is in the model."""
    claims = {claim.id for claim in brief.claims}
    for one in brief.verification:
        named = {*one.asserted, *one.denied, *one.declined, *one.unconfirmed}
        if not named <= claims:
            missing = ", ".join(sorted(named - claims))
            raise UnfaithfulError(f"verification of {one.finding} names claims that are not there: {missing}")


def _check_changes(brief: Brief, changes: Changes) -> None:
    """What is kept of an earlier edition is whole, and all that is named is in the model."""
    sources = {one.id for one in changes.sources}
    for one in changes.evidence:
        _check_evidence(one, f"{EARLIER}{one.source}", sources)
        if not one.id.startswith(f"{EARLIER}{one.source}-"):
            raise UnfaithfulError(f"evidence {one.id} is not named as evidence of an earlier edition")
    claims = {claim.id for claim in brief.claims} | {finding.id for finding in brief.key_points}
    figures = {figure.id for figure in brief.figures}
    named = {name for change in changes.changes for name in (*change.claims, *change.replies)} - claims
    named |= {move.figure for move in changes.moves} - figures
    if named:
        missing = ", ".join(sorted(named))
        raise UnfaithfulError(f"what changed names claims or figures that are not there: {missing}")


# Nearly all of a brief stands as it should, which these see at a glance. Where they do not, what they leave
# open is decided, and told, by the fuller look of those below.


def _plainly_whole(one: Evidence, numbers: Set[int]) -> bool:
    """Whether `_check_evidence` is sure to find nothing wrong."""
    quote, start = one.quote, one.span.start
    place = start - one.block.start
    return (
        place >= 0
        and len(quote) == one.span.end - start
        and one.paragraph.startswith(quote, place)
        and one.source in numbers
        and digest(quote) == one.sha256
    )


PLAIN_GAPS = frozenset({"", " ", " … "})
"""What stands for words left out, nearly always."""


def _not_plain(
    rows: Iterable[Stated], evidence: Mapping[str, Evidence], sources: Set[str]
) -> Iterator[Stated]:
    """`rows`, but for the lines in which `_problem_of` is sure to find nothing wrong.

    In one loop, as a long brief has millions of pieces and a call for each would double the time.
    """
    known = evidence.keys() | sources
    last, start, quote = "", 0, ""
    for stated in rows:
        line, cited = stated[2], stated[3]
        if line is None:
            yield stated
            continue
        whole, pieces = line.text, line.pieces
        only = cited[0] if len(cited) == 1 else None
        at, rests = 0, False
        for piece in pieces:
            words, name, span = piece.text, piece.evidence, piece.span
            if name is None or span is None:
                stands = _plainly_adds(piece)
            else:
                if name is not last:
                    one = evidence.get(name)
                    if one is None:
                        break
                    last, start, quote = name, one.span.start, one.quote
                first = span.start
                place, rests = first - start, True
                stands = (
                    place >= 0
                    and (name is only or name in cited)
                    and piece.kind == "words"
                    and span.end - first == len(words)
                    and (
                        quote.startswith(words, place)
                        or (piece is pieces[0] and not at and _same_but_first(quote, words, place))
                    )
                )
            if not stands or not (words is whole or whole.startswith(words, at)):
                break
            at += len(words)
        else:
            if rests and at == len(whole) and (only or known >= set(cited)):
                continue
        yield stated


def _plainly_adds(piece: Piece) -> bool:
    """Whether a piece, which is of no evidence, is a gap without words or stands in brackets."""
    words, kind = piece.text, piece.kind
    if piece.evidence is not None:
        return False
    if kind == "gap":
        return words in PLAIN_GAPS
    return kind != "words" and words.startswith(" [") and words.endswith("]")


def _same_but_first(quote: str, words: str, place: int) -> bool:
    """Whether `words` stand in `quote` at `place`, but for a capital at their beginning."""
    same = quote[place + 1 : place + len(words)] == words[1:]
    return same and quote[place : place + 1].casefold() == words[:1].casefold()


def _check_evidence(one: Evidence, source: str, sources: set[str]) -> None:
    start = one.span.start - one.block.start
    if source not in sources:
        raise UnfaithfulError(f"evidence {one.id} names source {one.source}, which the brief does not list")
    if digest(one.quote) != one.sha256:
        raise UnfaithfulError(f"evidence {one.id} does not match its hash: “{_short(one.quote)}”")
    if one.paragraph[start : start + one.span.length] != one.quote or start < 0:
        raise UnfaithfulError(f"evidence {one.id} does not stand in its paragraph: “{_short(one.quote)}”")


def _problem_of(row: Row, evidence: Mapping[str, Evidence], sources: set[str]) -> str:
    """What is wrong with one line; empty if nothing is."""
    if not row.evidence:
        return "has no evidence"
    unknown = [name for name in row.evidence if name not in evidence and name not in sources]
    if unknown:
        return f"cites {', '.join(unknown)}, which the brief does not hold"
    if row.line is None:
        return ""
    if "".join(piece.text for piece in row.line.pieces) != row.line.text:
        return "is not made of its pieces"
    if not set(row.line.evidence) <= set(row.evidence) or not row.line.evidence:
        return "has words from evidence that it does not cite"
    return _problem_of_pieces(row.line, evidence)


def _problem_of_pieces(line: Line, evidence: Mapping[str, Evidence]) -> str:
    for index, piece in enumerate(line.pieces):
        problem = _problem_of_piece(piece, index == 0, evidence)
        if problem:
            return problem
    return ""


def _problem_of_piece(piece: Piece, first: bool, evidence: Mapping[str, Evidence]) -> str:
    if piece.kind == "gap":
        return "" if not WORD.search(piece.text) else f"leaves out words with “{piece.text}”"
    if piece.kind in ("added", "date"):
        bracketed = piece.text.startswith(" [") and piece.text.endswith("]")
        return "" if bracketed else f"adds “{piece.text}” without square brackets"
    one = evidence.get(piece.evidence or "")
    if one is None or piece.span is None or not one.span.holds(piece.span):
        return f"has words without a place in a source, “{_short(piece.text)}”"
    start = piece.span.start - one.span.start
    words = one.quote[start : start + piece.span.length]
    same = words == piece.text or (first and words.casefold() == piece.text.casefold())
    return "" if same else f"has “{_short(piece.text)}” where its evidence has “{_short(words)}”"


def check_markdown(
    markdown: str,
    brief: Brief,
    ledgers: frozenset[str],
    fixed: frozenset[str],
    vocabulary: Iterable[str],
    noted: str | None = None,
) -> None:
    """Hold every line of a rendered brief against the model and the evidence it cites.

    `ledgers` are the titles of the sections that list the base itself; `fixed` are whole lines that
    templates add (captions, explanations), `vocabulary` all the texts they may add words from. Below the
    first section heading every other line has to cite evidence or a source that the brief holds, or
    refer to one of the `ledgers`; what it puts in quotation marks has to be in the evidence it cites;
    and none of its words, nor of a heading, a table head or a picture's, may be one that neither that
    evidence nor the model nor the labels have. Raw HTML and code are refused. The section whose title is
    `noted` holds a person's notes, word for word and in their order, and nothing else but `fixed` lines.
    Raises `UnfaithfulError` naming the line.
    """
    cited = Cited(_all_evidence(brief))
    known = cited.known
    anchors = {f"s{source.number}" for source in brief.sources}
    anchors |= {one.id.lower() for one in brief.changes.sources} if brief.changes else set()
    anchors |= {title.lower().replace(" ", "-") for title in ledgers}
    anchors |= known.keys()
    common = words_of(vocabulary) | words_of(dict.fromkeys(_own_texts(brief)))
    hashes = frozenset(row.sha256 for row in brief.coverage if row.sha256)
    hashes |= {one.sha256 for one in known.values()}
    hashes |= {one.source.sha256 for one in brief.changes.sources} if brief.changes else set()
    names = _quoting_names(brief)
    passages = iter(brief.notes.passages if brief.notes else ())
    for block in _blocks(markdown):
        if brief.notes and noted and block.section == noted:
            _check_passage(block, passages, {plain(noted), *fixed})
            continue
        evidence = [known[name] for name in block.cited if name in known]
        if block.states and block.section not in ledgers and plain(block.words) not in fixed:
            _check_citations(block, anchors)
            _check_quotations(block, [cited.text(one) for one in evidence], names)
        listed = cited.paragraphs if block.section in ledgers else cited.words(evidence)
        _check_words(block, (common, listed), [cited.text(one) for one in evidence], hashes)


class Cited:
    """The evidence that a page may cite, and its words, found as they are asked for: a page cites little of
    a large base.
    """

    def __init__(self, evidence: tuple[Evidence, ...]) -> None:
        """`evidence` of the brief."""
        self.known = {one.id.lower(): one for one in evidence}
        self._texts: dict[str, str] = {}
        self._words: dict[str, frozenset[str]] = {}

    def text(self, one: Evidence) -> str:
        """A sentence as the gate compares it."""
        if one.id not in self._texts:
            self._texts[one.id] = plain(one.quote)
        return self._texts[one.id]

    def words(self, evidence: Sequence[Evidence]) -> frozenset[str]:
        """The words of all `evidence`.

        One set is taken as it is: a sentence may be as long as the text, and be cited by every line.
        """
        sets = [self._words_of(one) for one in evidence]
        return sets[0] if len(sets) == 1 else frozenset[str]().union(*sets)

    def _words_of(self, one: Evidence) -> frozenset[str]:
        if one.id not in self._words:
            self._words[one.id] = frozenset(LETTERS.findall(self.text(one)))
        return self._words[one.id]

    @cached_property
    def paragraphs(self) -> frozenset[str]:
        """The words of all paragraphs."""
        return words_of({one.paragraph: None for one in self.known.values()})


def _all_evidence(brief: Brief) -> tuple[Evidence, ...]:
    """The evidence of a brief and what it keeps of an earlier edition."""
    return (*brief.evidence, *brief.changes.evidence) if brief.changes else brief.evidence


def _check_passage(block: "Block", passages: Iterator[Passage], others: Set[str]) -> None:
    """Hold a block of their section against the next of the `passages`, some of which may be left out."""
    words = plain(block.words)
    if words in others and not block.cited:
        return
    if not any(words == _said(one) and block.cited == [*map(str.lower, one.sources)] for one in passages):
        wrong = f"is not what the notes say next: “{_short(block.words)}”"
        raise UnfaithfulError(
            f"line {block.line}, in “{block.section}”, {wrong}. Show each as it is, in their order",
            block.line,
        )


def _said(passage: Passage) -> str:
    """What a passage says, with the names of sources that are not in the brief."""
    shown = (one.text for one in passage.stretches if one.kind != "source" or one.source is None)
    return plain("".join(shown))


def _check_citations(block: "Block", anchors: Set[str]) -> None:
    unknown = [name for name in block.cited if name not in anchors]
    if unknown:
        raise UnfaithfulError(
            f"line {block.line} cites #{unknown[0]}, which the brief does not hold: “{_short(block.words)}”",
            block.line,
        )
    if not block.cited:
        raise UnfaithfulError(
            f"line {block.line}, in “{block.section}”, has no evidence: “{_short(block.words)}”. "
            "Cite what it rests on, or put the words into the labels file if they say nothing",
            block.line,
        )


def _check_words(
    block: "Block", allowed: tuple[frozenset[str], ...], evidence: list[str], hashes: frozenset[str]
) -> None:
    words = SHORTENED_HASH.sub(lambda found: _without_hash(found.group(), hashes), plain(block.words))
    strange = [word for word in LETTERS.findall(words) if not any(word in words for words in allowed)]
    strange = [word for word in strange if len(word) < UNBROKEN or not _is_part(word, evidence)]
    if strange:
        raise UnfaithfulError(
            f"line {block.line} says “{_short(strange[0])}”, which is neither in the evidence it cites nor "
            f"in the model or the labels: “{_short(block.words)}”",
            block.line,
        )


def _without_hash(digits: str, hashes: frozenset[str]) -> str:
    """Nothing where `digits` begin a hash of the model, whose letters are no words; else `digits`."""
    return "" if digits in hashes or any(known.startswith(digits) for known in hashes) else digits


def _is_part(word: str, evidence: list[str]) -> bool:
    return any(word in quote for quote in evidence)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word of `texts`, as the gate compares them."""
    return frozenset(word for text in texts for word in LETTERS.findall(plain(text)))


NUMBER_WORDS = ("million billion trillion", "UTC")
"""Words by which an amount or a time is written out."""


def _own_texts(brief: Brief) -> Iterator[str]:
    """What the model itself says, apart from the lines of sources: names, titles, descriptors, problems."""
    yield from (brief.title, brief.name, brief.marking or "", brief.generator, brief.engine or "")
    yield from brief.topics or ()
    yield from NUMBER_WORDS
    yield from _former_markings(brief)
    earlier = brief.changes.sources if brief.changes else ()
    described = (*brief.sources, *(one.source for one in earlier))
    for source in described:
        told = msgspec.structs.astuple(source)
        yield from (value for value in told if isinstance(value, str) and value != source.sha256)
    for entity in brief.entities:
        yield from (entity.name, *(alias.name for alias in entity.aliases))
    for claim in brief.claims:
        yield from (claim.speaker.label, claim.speaker.words)
    moved = (move.before for move in brief.changes.moves) if brief.changes else ()
    for figure in (*brief.figures, *moved):
        yield from (figure.unit or "", figure.per or "", figure.money or "", figure.worded or "")
        yield from (figure.speaker.label, figure.speaker.words) if figure.speaker else ()
    for row in brief.coverage:
        yield from (row.name, *map(str, row.problems))
    yield from (gap.subject or "" for gap in brief.gaps)
    yield from (text for one in _all_evidence(brief) for text in (one.id, one.locator))
    yield from (source.id for source in brief.sources)
    yield from (one.id for one in earlier)
    yield from (
        (text for one in brief.changes.changes for text in (one.speaker.label,)) if brief.changes else ()
    )
    for row_of in rows_of(brief):
        pieces = row_of.line.pieces if row_of.line else ()
        yield from (piece.text for piece in pieces if piece.kind != "words")


def _former_markings(brief: Brief) -> Iterator[str]:
    """The markings that sources, and the whole, bore in the edition before, and that asked for now."""
    if brief.changes:
        yield from (was or "" for _, was in brief.changes.remarked)
        yield from (mark or "" for mark in brief.changes.declared or ())


class Block(NamedTuple):
    """A run of text of a rendered brief: a paragraph, a table row, a heading, a table head."""

    line: int
    section: str | None
    words: str
    """With those of links and pictures; without the numbers of citations."""
    cited: list[str]
    """The anchors that it cites."""
    states: bool
    """Whether it is a line that has to rest on something; headings and table heads are not."""


SECTION = re.compile(r"^(?=## )", re.MULTILINE)
REFUSED = {
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "fence": "a block of code",
    "code_block": "a block of code",
}


def _blocks(markdown: str) -> Iterator[Block]:
    """Every run of text that has words."""
    from markdown_it import MarkdownIt

    from briefgen.commonmark import read_quickly

    parser = MarkdownIt("commonmark").enable("table")
    read_quickly(parser)
    first = 1
    for part in SECTION.split(markdown):  # not the whole at once: the tokens of a long brief fill the memory
        yield from _blocks_of(parser.parse(part), first)
        first += part.count("\n")


def _blocks_of(tokens: Sequence["Token"], first: int) -> Iterator[Block]:
    """Every run of text of one section, whose first line is line `first` of the brief."""
    section: str | None = None
    row: list[tuple[str, list[str]]] = []
    line = first
    for before, token in pairwise(tokens):
        line = token.map[0] + first if token.map else line
        _refuse(line, token, *(token.children or []))
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and any(words for words, _ in row):
            cited = [anchor for _, anchors in row for anchor in anchors]
            yield Block(line, section, " ".join(words for words, _ in row), cited, True)
        elif token.type == "inline" and before.type == "td_open":
            row.append(_spoken(token))
        elif token.type == "inline":
            section = token.content if before.tag == "h2" else section
            words, cited = _spoken(token)
            if words:
                states = before.type == "paragraph_open" and section is not None and not _is_picture(token)
                yield Block(line, section, words, cited, states)


def _refuse(line: int, *tokens: "Token") -> None:
    for token in tokens:
        if token.type in REFUSED:
            wrong = f"holds {REFUSED[token.type]}, which no evidence bears: “{_short(token.content)}”"
            raise UnfaithfulError(f"line {line} {wrong}", line)


def _is_picture(inline: "Token") -> bool:
    return [child.type for child in inline.children or []] == ["image"]


def _spoken(inline: "Token") -> tuple[str, list[str]]:
    """The words of a run of text, and the anchors that it cites.

    A link is a citation where its label is the number it leads to (`[3](#e3)`, `[S1](#s1)`), or where
    it leads to a section by its title.
    """
    words: list[str] = []
    cited: list[str] = []
    target = ""
    for child in inline.children or []:
        if child.type == "link_open":
            target = str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            target = ""
        elif child.type in ("text", "code_inline", "image") and target.startswith("#"):
            anchor, label = target[1:], child.content.casefold()
            numbered = label in (anchor, anchor.removeprefix("e"))
            words += [] if numbered else [child.content]
            cited += [anchor] if numbered or label.replace(" ", "-") == anchor else []
        elif child.type in ("text", "code_inline", "image"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return " ".join("".join(words).split()), cited


def _quoting_names(brief: Brief) -> tuple[str, ...]:
    """Names of the model that hold words in quotation marks: `George "Jay" Baker`."""
    named = [entity.name for entity in brief.entities]
    named += [alias.name for entity in brief.entities for alias in entity.aliases]
    named += [words for claim in brief.claims for words in (claim.speaker.label, claim.speaker.words)]
    return tuple(name for name in sorted({plain(name) for name in named}) if '"' in name)


def _check_quotations(block: "Block", evidence: list[str], names: tuple[str, ...]) -> None:
    """What stands in quotation marks stands in the evidence, of which `evidence` are the plain texts.

    Or it is part of one of `names`.
    """
    held = evidence[0] if len(evidence) == 1 else " ".join(evidence)
    for quotation in QUOTATION.finditer(block.words):
        for part in BREAK.split(next(words for words in quotation.groups() if words)):
            words = plain(part)
            if words.strip(".,;: ") not in held and not _is_in_name(words, plain(block.words), names):
                raise UnfaithfulError(
                    f"line {block.line} quotes “{_short(part)}”, which is not in the evidence it cites",
                    block.line,
                )


def _is_in_name(quoted: str, words: str, names: tuple[str, ...]) -> bool:
    return any(f'"{quoted}"' in name and name in words for name in names)


def plain(text: str) -> str:
    """`text` with quotation marks and dashes of one form and white space of one width, lower-cased."""
    ready = text.isascii() and text.isprintable() and "`" not in text
    return " ".join((text if ready else text.translate(FORMS)).split()).casefold()


FORMS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"}
    | dict.fromkeys("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
    | {chr(code): "" for code in (*range(0x80, 0x85), *range(0x86, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF)}
    | {chr(code): "" for code in range(0xD800, 0xE000)}
    | {chr(code): chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r\v\f"}
    | {"\x7f": "\u2421"}
)
"""Typographic forms that rendering may change, and marks that it leaves out or makes visible."""


def verify(brief: Brief, texts: Mapping[str, str]) -> tuple[Mismatch, ...]:
    """Every cited sentence that does not stand, byte for byte, at its place in its source.

    `texts` maps a source's name to its text as it is now. A source that is not in it counts as missing. What
    the brief keeps of an earlier edition was taken from there and is not read again.
    """
    names = {source.number: source.name for source in brief.sources}
    lines = _lines_by_evidence(brief)
    found = []
    for one in brief.evidence:
        text = texts.get(names[one.source])
        problem = _changed(one, text)
        if problem:
            shift = None if text is None else _shift(one, text)
            rest = lines.get(one.id, ())
            found.append(Mismatch(one, names[one.source], problem, rest, shift, text is None))
    return tuple(found)


def _lines_by_evidence(brief: Brief) -> dict[str, tuple[str, ...]]:
    """For each piece of evidence the lines of the brief that rest on it; what has no own words last."""
    worded: dict[str, dict[str, str]] = {}
    bare: dict[str, dict[str, None]] = {}
    for row in rows_of(brief):
        place = f"{row.section} {row.place}"
        for name in row.evidence:
            if row.line is None:
                bare.setdefault(name, {})[place] = None
            else:
                worded.setdefault(name, {}).setdefault(place, f"{place}: “{_short(row.text)}”")
    return {
        one.id: (*worded.get(one.id, {}).values(), *_listed(bare.get(one.id, {}))) for one in brief.evidence
    }


def _listed(places: Iterable[str]) -> tuple[str, ...]:
    """`places` in one line, if there are any."""
    told = ", ".join(places)
    return (told,) if told else ()


def _changed(one: Evidence, text: str | None) -> str:
    """What became of a cited sentence; empty if nothing did."""
    if text is None:
        return "the source is missing"
    words = one.span.of(text)
    if words == one.quote and digest(words) == one.sha256:
        return "" if one.block.of(text) == one.paragraph else "the paragraph around the sentence changed"
    shift = _shift(one, text)
    if shift is not None:
        return f"the sentence now stands at {one.span.start + shift}, not at {one.span.start}"
    now, cited = _difference(words, one.quote)
    return f"the source now has “{now}” where the brief cites “{cited}”"


def _shift(one: Evidence, text: str) -> int | None:
    """How far from its place the sentence now stands, where it stands nearest to it."""
    after, before = text.find(one.quote, one.span.start), text.rfind(one.quote, 0, one.span.end - 1)
    shifts = [place - one.span.start for place in (after, before) if place >= 0]
    return min(shifts, key=abs, default=None)


def _difference(now: str, cited: str) -> tuple[str, str]:
    """The two wordings from a little before the place where they part."""
    parting = next((i for i, (a, b) in enumerate(zip(now, cited, strict=False)) if a != b), len(now))
    start = max(0, parting - BEFORE)
    lead = "…" if start else ""
    return lead + _short(now[start:]), lead + _short(cited[start:])


def digest(quote: str) -> str:
    """SHA-256 of `quote` in UTF-8, hexadecimal."""
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()


def _short(text: str) -> str:
    """The first words of `text`, for a message."""
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:119] + "…"
