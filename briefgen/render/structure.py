"""What the page adds to the Markdown's tokens: sections, statuses, citations, columns, charts."""

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise, zip_longest
from typing import NamedTuple

from markdown_it.token import Token

from briefgen.render.faces import width

MARKS: Mapping[str, str] = {
    "●": '<circle cx="5" cy="5" r="4.5" fill="currentColor"/>',
    "◐": '<circle cx="5" cy="5" r="4" fill="none" stroke="currentColor"/>'
    '<path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor"/>',
    "○": '<circle cx="5" cy="5" r="4" fill="none" stroke="currentColor"/>',
    "◇": '<path d="M5 .7 9.3 5 5 9.3.7 5z" fill="none" stroke="currentColor"/>',
    "≠": '<path d="M1 3.4h8M1 6.6h8M7.2.9 2.8 9.1" fill="none" stroke="currentColor"/>',
    "✕": '<path d="m1.5 1.5 7 7m0-7-7 7" fill="none" stroke="currentColor" stroke-width="1.3"/>',
}
"""The character by which the Markdown marks a status, and the drawing that stands for it: told apart by
form alone, on a black-and-white copy too."""

ANY_MARK = re.compile(f"([{''.join(MARKS)}])")
NUMERIC = re.compile(r"[~≈<>≤≥±]?[$€£¥]?[-−]?\d{1,3}([.,\u00a0\u202f]?\d{3})*([.,]\d+)?%?$")
"""A cell that holds a number and nothing else."""
LAST_WORD = re.compile(r"\S{1,24} $")
"""What is held together with a citation behind it; a longer word may part from it."""
CITED = re.compile(r"#(?:[es]\d+|p\d+(?:-\d+)?)$")
PADDING = {"": 0.85, "status": 0.85, "number": 1.55, "cites": 0.1}
"""Right of a column, by its kind, in em of the table's type."""
LONGEST_WORD, LONGEST_CELL = 10.0, 45.0
"""In em: the widest that a column makes room for without breaking a word; the most a cell's words count."""
SHORT_CELLS, SPARE = (9.5, 6.5), 0.3
"""Cells no wider than the first of these, in em, or else the second, stay whole, if this share of the table
is left for what is longer."""
BESIDE = 20
"""Characters of the most that stays on one line behind a status: "1 origin"."""
FIXED = {"status": 8.5, "number": 8.0, "cites": 5.2}
"""Kinds of column whose cells are to stay on one line, and the widest, in em, for which that is kept."""
ROUNDED = 0.1
"""In em: by how much a column may be narrower than was worked out."""
TABLE_WIDTH, NARROW_TABLE = 57.0, 43.0
"""In em of the table's type: the page's width, and that of the text column."""
MARGIN = 10.8
"""The width of the margin's words, in em of their type."""
NAME_MARGIN, ROLE_MARGIN = 9.8, 11.8
"""The same for a speaker's name and role, a tenth less than the style sheet gives: words break early."""
MOST_LINES = 8
"""The most lines that the style sheet keeps room for in the margin."""
NOTHING = "–"
"""A cell that says nothing, which a phone leaves out."""
SHORT_TABLE, SHORT_LINES = 5, 12
"""Rows, and lines of them all together, of a table that is kept on one page."""


THEN = '<span class="then">, </span>'
"""What stands between two citations."""


class Section(NamedTuple):
    """What stands under one heading of the second level; the title block has none."""

    name: str
    anchor: str
    tokens: list[Token]


def cut(markdown: str) -> list[str]:
    """`markdown` cut before each heading of the second level, the title block first."""
    return re.split(r"^(?=## )", markdown, flags=re.MULTILINE)


def parsed(markdown: str, titles: Mapping[str, str], portions: Sequence[str]) -> list[Section]:
    """The sections of all of `markdown`, their headings named, the portion marks set aside.

    `titles` holds the title of each section by its name, `portions` are the marks that may stand there.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown)
    take_portions(tokens, portions)
    found = sections(tokens, {title.casefold(): name for name, title in titles.items()})
    give_anchors(found)
    return found


def sections(tokens: Sequence[Token], titles: Mapping[str, str]) -> list[Section]:
    """`tokens` cut before each heading of the second level, the title block first.

    `titles` maps a section's title to its name; a title of no section gets the name `other`.
    """
    found = [Section("front", "", [])]
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            title = plain(tokens[index + 1])
            found.append(Section(titles.get(title.casefold(), "other"), slug(title), []))
        found[-1].tokens.append(token)
    return found


def plain(inline: Token) -> str:
    """The words of a line without emphasis, images and addresses."""
    return "".join(child.content for child in inline.children or () if child.type in {"text", "code_inline"})


def slug(title: str) -> str:
    """The anchor that viewers of Markdown give a heading: lower case, signs dropped, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") or "section"


def give_anchors(found: Sequence[Section]) -> None:
    """An `id` for every heading, each once; the headings that citations name come first."""
    taken: set[str] = set()
    for level, wanted in (("h2", None), ("h3", {"evidence", "sources"}), ("h3", None), ("h4", None)):
        for section in found:
            if wanted is None or section.name in wanted:
                _give_level(section.tokens, level, taken)


def _give_level(tokens: Sequence[Token], level: str, taken: set[str]) -> None:
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or token.tag != level or "id" in token.attrs:
            continue
        anchor = base = slug(plain(tokens[index + 1]))
        copies = 0
        while anchor in taken:
            copies += 1
            anchor = f"{base}-{copies}"
        taken.add(anchor)
        token.attrs["id"] = anchor


def copy_anchors(outlines: Sequence[Section], found: Sequence[Section]) -> None:
    """Give the headings of `found` the names that those of `outlines`, the same sections, have."""
    for outline, section in zip(outlines, found, strict=True):
        for named, token in zip(_headings(outline), _headings(section), strict=True):
            token.attrs.update(named.attrs)


def _headings(section: Section) -> list[Token]:
    return [token for token in section.tokens if token.type == "heading_open"]


def give_citations(found: Sequence[Section], cited: set[tuple[str, str]]) -> None:
    """Mark the links to evidence as citations, name the first of each in its section, and lead back to it.

    `cited` holds the section and the entry of each citation so named; those of `found` are added.
    """
    for section in found:
        if section.name == "evidence":
            _lead_back(section.tokens, cited)
        else:
            cited.update((section.anchor, target) for target in _cite(section))


def quieten(tokens: Sequence[Token], remarks: Collection[str]) -> None:
    """Mark the paragraphs that are one of `remarks`, for the style sheet to set them small."""
    for opening, inline in pairwise(tokens):
        if opening.type == "paragraph_open" and plain(inline) in remarks:
            opening.attrs["class"] = "remark"


def unlink_citations(found: Sequence[Section]) -> None:
    """Turn citations into numbers that lead nowhere, for a page that does not hold what they lead to."""
    for section in found:
        for inline in _inlines(section.tokens):
            cited = False
            for child in inline.children or ():
                if child.type == "link_open":
                    cited = _is_citation(child)
                if child.type in {"link_open", "link_close"} and cited:
                    child.tag = "span"
                    child.attrs.pop("href", None)
                    child.attrs.pop("id", None)


def tell_language(section: Section, language: str) -> None:
    """Say of titles, table heads and the facts, which are the labels' words, that they are in `language`."""
    titled = False
    for token in section.tokens:
        ours = token.type == "th_open" or (token.type == "heading_open" and token.tag == "h2")
        if ours or (token.type == "paragraph_open" and section.name == "front" and titled):
            token.attrs["lang"] = language
        titled = titled or token.type == "heading_close"


def _cite(section: Section) -> set[str]:
    seen: set[str] = set()
    for inline in _inlines(section.tokens):
        inline.children = list(_with_citations(inline.children or [], section.anchor, seen))
    return seen


def _with_citations(children: Sequence[Token], anchor: str, seen: set[str]) -> Iterator[Token]:
    """The tokens of a line, each citation held to the word before it and runs of them set together."""
    behind_citation = holding = False
    for token, following in zip_longest(children, children[1:]):
        cited = following is not None and _is_citation(following)
        if token.type == "link_open":
            behind_citation = _is_citation(token)
            if behind_citation:
                _name_citation(token, anchor, seen)
        if token.type == "text" and cited and behind_citation and not token.content.strip():
            yield markup(THEN)
        elif token.type == "text" and cited and (last := LAST_WORD.search(token.content)):
            yield Token("text", "", 0, content=token.content[: last.start()])
            yield markup('<span class="held">')
            yield Token("text", "", 0, content=last[0])
            holding = True
        else:
            yield token
        if token.type == "link_close" and holding:
            yield markup("</span>")
            holding = False


def _name_citation(link: Token, anchor: str, seen: set[str]) -> None:
    """Tell the style sheet that `link` is a citation; the first of its kind in a section gets a name."""
    target = str(link.attrs["href"])[1:]
    link.attrs["class"] = "cite"
    if target not in seen:
        seen.add(target)
        link.attrs["id"] = f"{anchor}-{target}"


def _is_citation(token: Token) -> bool:
    return token.type == "link_open" and bool(CITED.match(str(token.attrs.get("href", ""))))


def _lead_back(tokens: Sequence[Token], first: set[tuple[str, str]]) -> None:
    entry = ""
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h3":
            entry = str(token.attrs.get("id", ""))
        for child in token.children or ():
            section = str(child.attrs.get("href", ""))[1:]
            if child.type == "link_open" and (section, entry) in first:
                child.attrs["href"] = f"#{section}-{entry}"


def _inlines(tokens: Sequence[Token]) -> Iterator[Token]:
    return (token for token in tokens if token.type == "inline")


def markup(html: str) -> Token:
    """A token that renders as `html`, which must be ours."""
    return Token("html_inline", "", 0, content=html)


def _block(html: str) -> Token:
    return Token("html_block", "", 0, content=html)


def lift_statuses(tokens: Sequence[Token]) -> None:
    """Set what leads a list item ("○ **Unconfirmed** · 1 origin — …") apart, to stand in the margin."""
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            inline = tokens[index + 2]
            lines = _lifted(inline) if inline.type == "inline" else 0
            if lines:
                token.attrs["class"] = f"led lines-{min(lines, MOST_LINES)}"
        elif token.type in {"td_open", "th_open"}:
            _draw_mark(tokens[index + 1])


class Lead(NamedTuple):
    """What leads a list item, and what it says."""

    mark: str
    """The sign of a status; empty where there is none."""
    word: str
    note: str
    """What stands behind the word, such as the number of origins."""
    rest: list[Token]


def lead_of(children: Sequence[Token]) -> Lead | None:
    """The lead of an item ("○ **Unconfirmed** · 1 origin — …"); none where it has none."""
    filled = [child for child in children if child.type != "text" or child.content]
    mark = filled[0].content.strip() if filled and filled[0].type == "text" else ""
    rest = filled[1:] if mark in MARKS else filled
    if [token.type for token in rest[:4]] != ["strong_open", "text", "strong_close", "text"]:
        return None
    note, dash, words = rest[3].content.partition("— ")
    if not dash:
        return None
    said = Token("text", "", 0, content=words)
    return Lead(mark if mark in MARKS else "", rest[1].content, note.strip(" ·"), [said, *rest[4:]])


def _lifted(inline: Token) -> int:
    """How many lines of the margin the lead of `inline` takes; 0 where it has none, and is left alone."""
    lead = lead_of(inline.children or ())
    if lead is None:
        return 0
    note = f' <span class="note">{escape(lead.note)}</span>' if lead.note else ""
    inline.children = [
        markup(f'<span class="lead{"" if lead.mark else " bare"}">{drawing(lead.mark, lead.word)}'),
        Token("strong_open", "strong", 1),
        Token("text", "", 0, content=lead.word),
        Token("strong_close", "strong", -1),
        markup(f"{note}</span> "),
        *lead.rest,
    ]
    return sum(math.ceil(width(words, 600) / MARGIN) for words in (lead.word, lead.note))


def drawing(mark: str, word: str) -> str:
    """The drawing for a status mark, with its word for who cannot see it; nothing for another sign."""
    if mark not in MARKS:
        return ""
    return (
        f'<svg class="mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10" '
        f'aria-hidden="true"><title>{escape(word)}</title>{MARKS[mark]}</svg> '
    )


def _draw_mark(inline: Token) -> None:
    children = [child for child in inline.children or () if child.type != "text" or child.content]
    if not children or children[0].type != "text":
        return
    mark, space, words = children[0].content.partition(" ")
    if mark in MARKS and space:
        word, gap, rest = words.partition(" ")
        children[0].content = gap + (rest.replace(" ", "\u00a0") if len(rest) <= BESIDE else rest)
        drawn = f'<span class="standing">{drawing(mark, word)}{escape(word)}</span>'
        inline.children = [markup(drawn), *children]


def _draw_marks(inline: Token) -> None:
    """Draw every mark in a line that explains them."""
    drawn: list[Token] = []
    for child in inline.children or ():
        parts = ANY_MARK.split(child.content) if child.type == "text" else []
        for part, following in zip_longest(parts, parts[1:], fillvalue=""):
            text = Token("text", "", 0, content=part)
            word = following.partition(":")[0].strip()
            drawn.append(markup(drawing(part, word).rstrip()) if part in MARKS else text)
        drawn += [] if child.type == "text" else [child]
    inline.children = drawn


REPEATING = ("who_says_what", "timeline")
"""Sections of which each part has a table with the same heads."""


def shape_tables(section: Section) -> list[Token]:
    """The section's tokens with every table told its columns: kind, width, scope of its heads.

    Tables of a section with the same heads share their widths. Short ones of speakers and of days
    after the first are marked `quiet`, for their heads to be left out where they only repeat.
    """
    speakers = section.name == "who_says_what"
    room = NARROW_TABLE if speakers else TABLE_WIDTH
    columns = columns_of(section, room)
    shaped: list[Token] = []
    at = 0
    for number, (start, end) in enumerate(tables_of(section.tokens)):
        table = section.tokens[start:end]
        shaped += section.tokens[at:start]
        shaped += _shaped_table(table, columns[number], room)
        if number and section.name in REPEATING and "short" in str(table[0].attrs.get("class")):
            table[0].attrs["class"] = f"{table[0].attrs['class']} quiet"
        at = end
    return shaped + section.tokens[at:]


def columns_of(section: Section, room: float) -> "list[Columns]":
    """What the columns of each table of `section` are, if it is `room` (in em) wide."""
    rows = [rows_of(section.tokens[start:end]) for start, end in tables_of(section.tokens)]
    heads = [tuple(_heads(table)) for table in rows]
    alike: dict[tuple[str, ...], list[list[tuple[Token, Token]]]] = {}
    for head, table_rows in zip(heads, rows, strict=True):
        alike.setdefault(head, [table_rows[0]]).extend(table_rows[1:])
    columns = {head: Columns.of(model, room) for head, model in alike.items()}
    return [columns[head] for head in heads]


def _heads(rows: Sequence[Sequence[tuple[Token, Token]]]) -> list[str]:
    return [inline.content for _, inline in rows[0]] if rows else []


def tables_of(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where each table of `tokens` begins, and where the next token after it stands."""
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            start = index
        elif token.type == "table_close":
            yield start, index + 1


class Columns(NamedTuple):
    """What the columns of a table are."""

    kinds: list[str]
    shares: list[float]
    """In percent of the table."""
    tight: bool
    """Whether some word is longer than its column is wide."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[tuple[Token, Token]]], room: float) -> "Columns":
        """The columns of a table of `rows`, the head first, that is `room` em wide."""
        columns = list(zip(*rows, strict=False))
        kinds = [_kind(column) for column in columns]
        words = [
            [_cited(inline) if kind == "cites" else plain(inline) for _, inline in column]
            for column, kind in zip(columns, kinds, strict=True)
        ]
        longest = [_longest_word(cells) for cells in words]
        shares = _shares(words, kinds, longest, room)
        needed = (word + PADDING[kind] for word, kind in zip(longest, kinds, strict=True))
        tight = any(need > room * share / 100 + ROUNDED for need, share in zip(needed, shares, strict=True))
        return cls(kinds, shares, tight)


def _cited(cell: Token) -> str:
    """The citations of a cell as they are shown."""
    parts = (", " if child.content == THEN else child.content for child in cell.children or ())
    return "".join(parts)


def _shaped_table(table: list[Token], columns: Columns, room: float) -> list[Token]:
    rows = rows_of(table)
    for row in rows:
        for (opening, _), kind in zip(row, columns.kinds, strict=False):
            opening.attrs.pop("style", None)
            if opening.type == "th_open":
                opening.attrs["scope"] = "col"
            if kind:
                opening.attrs["class"] = kind
    for row in rows[1:]:
        for (opening, cell), (_, head) in zip(row, rows[0], strict=False):
            opening.attrs["data-head"] = plain(head)
            if plain(cell).strip() == NOTHING:
                opening.attrs["class"] = f"{opening.attrs.get('class', '')} none".strip()
    short = len(rows) <= SHORT_TABLE + 1 and _lines(rows[1:], columns.shares, room) <= SHORT_LINES
    if short or columns.tight:
        table[0].attrs["class"] = " ".join(["short"] * short + ["tight"] * columns.tight)
    columns_html = "".join(f'<col style="width:{share:.1f}%">' for share in columns.shares)
    return [
        _block('<div class="table">\n'),
        table[0],
        _block(f"<colgroup>{columns_html}</colgroup>\n"),
        *table[1:],
        _block("</div>\n"),
    ]


def _lines(rows: Sequence[Sequence[tuple[Token, Token]]], shares: Sequence[float], room: float) -> int:
    """About how many lines `rows` take in a table that is `room` em wide."""
    columns = [room * share / 100 for share in shares]
    cells = ([width(plain(inline)) for _, inline in row] for row in rows)
    return sum(max(math.ceil(one / wide) for one, wide in zip(row, columns, strict=False)) for row in cells)


def rows_of(table: Sequence[Token]) -> list[list[tuple[Token, Token]]]:
    """The rows of a table, head first: of each cell its opening token and its content."""
    rows: list[list[tuple[Token, Token]]] = []
    for index, token in enumerate(table):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            rows[-1].append((token, table[index + 1]))
    return rows


def _kind(column: Sequence[tuple[Token, Token]]) -> str:
    """`cites`, `number` or `status` where every filled cell is that; a column aligned right holds numbers."""
    if "right" in str(column[0][0].attrs.get("style", "")):
        return "number"
    filled = [inline for _, inline in column[1:] if inline.content]
    if filled and all(_only_citations(cell) for cell in filled):
        return "cites"
    if filled and all(NUMERIC.match(plain(cell)) for cell in filled):
        return "number"
    if filled and all(plain(cell)[0] in MARKS for cell in filled if plain(cell)):
        return "status"
    return ""


def _only_citations(cell: Token) -> bool:
    outside, depth = "", 0
    for child in cell.children or ():
        depth += _is_citation(child) - (child.type == "link_close")
        if depth == 0 and child.type == "text":
            outside += child.content
    return any(_is_citation(child) for child in cell.children or ()) and not outside.strip()


def _shares(
    columns: Sequence[Sequence[str]], kinds: Sequence[str], longest: Sequence[float], room: float
) -> list[float]:
    """The share of each column in percent of `room`; `longest` is the width of its longest word, in em.

    First comes what must not break: numbers, statuses, words, and short cells where that leaves enough, in
    columns of such before others; what is left goes to the columns that hold more words.
    """
    widths = [[width(cell) for cell in cells] for cells in columns]
    told = list(zip(widths, kinds, longest, strict=True))
    least = [_least(*one, 0.0) for one in told]
    usual = [_usual(cells) for cells in widths]
    for short in SHORT_CELLS:
        for place in sorted(range(len(told)), key=lambda place: usual[place] > short):
            more = _least(*told[place], short) - least[place]
            if room - sum(least) - more >= SPARE * room:
                least[place] += max(0.0, more)
    fixed = sum(low for low, kind in zip(least, kinds, strict=True) if kind)
    words = sum(least) - fixed
    if words > room - fixed > 0:
        shrunk = (room - fixed) / words
        least = [low if kind else low * shrunk for low, kind in zip(least, kinds, strict=True)]
    extra = [
        0.0 if kind else max(0.5, (mine + _mean(cells)) / 2 + PADDING[kind] - low)
        for cells, mine, kind, low in zip(widths, usual, kinds, least, strict=True)
    ]
    stretch = max(0.0, room - sum(least)) / max(sum(extra), 0.1)
    shares = [low + stretch * add for low, add in zip(least, extra, strict=True)]
    return [100 * share / sum(shares) for share in shares]


def _least(widths: Sequence[float], kind: str, longest: float, short: float) -> float:
    """What a column must have: the longest word, and the longest cell of those no wider than `short`."""
    whole = min(FIXED[kind], max(widths)) if kind else max([0.0, *(one for one in widths if one <= short)])
    return max(whole, min(LONGEST_WORD, longest)) + PADDING[kind]


def _longest_word(cells: Sequence[str]) -> float:
    words = {word for cell in cells for word in _unbroken(cell)}
    return max((width(word) for word in words), default=0.0)


def _unbroken(cell: str) -> list[str]:
    """The words of a cell, a status mark with the word behind it."""
    mark, space, words = cell.partition(" ")
    if mark in MARKS and space:
        first, *rest = words.split()
        return [f"{mark} {first}", *rest]
    return cell.split()


def _usual(widths: Sequence[float]) -> float:
    """The width that four in five cells keep within."""
    runs = sorted(widths)
    return min(LONGEST_CELL, runs[math.ceil((len(runs) - 1) * 0.8)])


def _mean(widths: Sequence[float]) -> float:
    """The width of a cell on average, by which a column that is empty in most rows gets less."""
    return sum(min(LONGEST_CELL, one) for one in widths) / len(widths)


PORTION = "portion"


def take_portions(tokens: Sequence[Token], portions: Sequence[str]) -> None:
    """Set the portion mark at the beginning of a block aside, so that it does not hide what the block is."""
    for inline in _inlines(tokens):
        first = next(iter(inline.children or ()), None)
        words = first.children[0] if first and first.type == "image" and first.children else first
        mark = next((one for one in portions if words and words.content.startswith(f"({one}) ")), None)
        if mark is not None and words is not None:
            words.content = words.content.removeprefix(f"({mark}) ")
            inline.content = inline.content.replace(f"({mark}) ", "", 1)
            inline.meta[PORTION] = mark


def give_portions(tokens: Sequence[Token]) -> None:
    """Put back what `take_portions` set aside, behind the lead of an item and before all else."""
    for inline in _inlines(tokens):
        mark = inline.meta.get(PORTION)
        if mark is not None and inline.children is not None:
            sign = markup(f'<span class="portion">({escape(str(mark))})</span> ')
            inline.children.insert(_behind_lead(inline.children), sign)


def _behind_lead(children: Sequence[Token]) -> int:
    """The place after the lead of an item; the first where there is none."""
    if not children or not children[0].content.startswith('<span class="lead'):
        return 0
    return next(place for place, child in enumerate(children, 1) if child.content.endswith("</span> "))


def place_charts(tokens: Sequence[Token], charts: Mapping[str, str], small: Mapping[str, str]) -> None:
    """Put the drawings of `charts` where the Markdown shows their files; other images become words.

    Behind each stands the one of `small`, to take its place on a phone.
    """
    for index, inline in enumerate(tokens):
        children = inline.children or []
        for place, child in enumerate(children):
            if child.type == "image":
                children[place] = markup(_chart(child, charts, small))
                if len(children) == 1 and tokens[index - 1].type == "paragraph_open":
                    tokens[index - 1].tag = tokens[index + 1].tag = "figure"


def _chart(image: Token, charts: Mapping[str, str], small: Mapping[str, str]) -> str:
    words = escape("".join(child.content for child in image.children or ()))
    name = str(image.attrs.get("src", ""))
    if name not in charts:
        return f'<span class="image">{words}</span>'
    if name not in small:
        return _image(charts[name], "chart", words)
    return _image(charts[name], "chart wide", words) + _image(small[name], "chart small", words)


def _image(svg: str, kind: str, words: str) -> str:
    return svg.strip().replace("<svg ", f'<svg class="{kind}" role="img" aria-label="{words}" ', 1)


def wrap(section: Section) -> list[Token]:
    """A section's tokens in the elements that the style sheet knows it by."""
    if section.name == "front":
        return [_block('<header class="front">\n'), *_front(section.tokens), _block("</header>\n")]
    anchor = section.tokens[0].attrs["id"]
    opening = f'<section class="{section.name.replace("_", "-")}" aria-labelledby="{anchor}">\n'
    return [_block(opening), *_parts(section), _block("</section>\n")]


AFTER = {"facts": "legend"}
"""What the paragraph after a kind of paragraph of the title block is, if not the same."""


def _front(tokens: Sequence[Token]) -> list[Token]:
    """The title block: the marking before the title, behind it the facts, then what the marks mean."""
    kind = "marking"
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            kind = "facts"
        elif token.type == "paragraph_open":
            token.attrs["class"] = kind
            if kind == "legend":
                _draw_marks(tokens[index + 1])
            kind = AFTER.get(kind, kind)
    return list(tokens)


def _parts(section: Section) -> list[Token]:
    """The section with each heading of the third level and what belongs to it as one element."""
    heads = [i for i, token in enumerate(section.tokens) if (token.type, token.tag) == ("heading_open", "h3")]
    if not heads or section.name == "notes":
        return section.tokens
    parts = list(section.tokens[: heads[0]])
    last = _before_remarks(section.tokens)
    for start, end in pairwise([*heads, last]):
        part = section.tokens[start:end]
        if section.name == "who_says_what":
            parts += _speaker(part)
        else:
            parts += [_block('<div class="part">\n'), *part, _block("</div>\n")]
    return [*parts, *section.tokens[last:]]


def _before_remarks(tokens: Sequence[Token]) -> int:
    """Where the remarks that end a section begin: they speak of all of it, not of its last part."""
    end = len(tokens)
    while end > 3 and tokens[end - 3].attrs.get("class") == "remark":
        end -= 3
    return end


def _speaker(part: Sequence[Token]) -> list[Token]:
    """A speaker's part, the name and the role told apart from what is said, to stand in the margin."""
    length = next((i for i, token in enumerate(part) if token.type not in HEAD_TOKENS), len(part))
    name, *roles = [plain(inline) for inline in _inlines(part[:length])]
    lines = math.ceil(width(name, 600) / NAME_MARGIN)
    lines += sum(math.ceil(width(role) / ROLE_MARGIN) for role in roles)
    tables = [str(token.attrs.get("class")) for token in part if token.type == "table_open"]
    short = " short" if all("short" in one for one in tables) else ""
    return [
        _block(f'<div class="part lines-{min(lines, MOST_LINES)}{short}">\n<div class="who">\n'),
        *part[:length],
        _block("</div>\n"),
        *part[length:],
        _block("</div>\n"),
    ]


HEAD_TOKENS = frozenset({"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"})
"""What may stand with a speaker's name in the margin: the name and the role."""
