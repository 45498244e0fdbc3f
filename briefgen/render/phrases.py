"""What a brief says of itself, its speakers and its sources, in the words of the labels."""

from collections.abc import Mapping
from typing import get_args

from markupsafe import Markup

from briefgen.model.brief import (
    Brief,
    Change,
    Claim,
    Coverage,
    Entity,
    Event,
    Figure,
    Line,
    Notes,
    Source,
    Status,
)
from briefgen.render.dates import date_words, number_words, when_words
from briefgen.render.escaping import as_markdown, shown, typographic
from briefgen.render.labels import LIMITED, Labels, fill
from briefgen.render.view import Check, View, Voice

OPENING = "\"“„«‘'"
MOST_LISTED = 6
"""Sources told by their ids in a line; of more only the number is told."""
DIGITS_SHOWN = 12
"""Of a hash, where it only has to be told apart; the whole stands in the model."""


def facts(view: View, labels: Labels) -> str:
    """The line below the title: as of when, for whom, which edition, how large a base."""
    brief = view.brief
    undated = _undated(brief)
    parts = [
        labels.text["as_of"].format(date=date_words(brief.as_of, labels) or brief.as_of),
        labels.titles.get(view.audience.name, view.audience.title),
        labels.text["edition"].format(number=brief.edition),
        labels.count("sources", len(brief.sources)),
    ]
    if brief.topics:
        parts.append(fill(labels.text["topics"], topics=", ".join(brief.topics)))
    if brief.withheld:
        parts.append(labels.count("withheld", brief.withheld))
    if brief.claims:
        parts += [labels.count("claims", len(brief.claims)), labels.count("speakers", view.speakers)]
    dates = sorted(source.published for source in brief.sources if source.published)
    first, last = (date_words(date, labels) for date in (dates[0], dates[-1])) if dates else ("", "")
    if first != last:
        parts.append(labels.text["published_range"].format(first=first, last=last))
    if undated:
        whole = len(undated) == len(brief.sources)
        named = labels.text["undated_of"].format(sources=_listed(undated, labels))
        parts.append(labels.text["undated"] if whole else named)
    return " · ".join(parts)


def legend(view: View, labels: Labels) -> str:
    """What the marks mean that lead the lines of the first page, what counts as an origin, and that none of
    several sources is held against another.
    """
    shown = [point.status for point in view.bottom_line] + [finding.status for finding in view.key_points]
    words = [
        f"{labels.marks[status]} {labels.statuses[status]}: {labels.legend[status]}"
        for status in get_args(Status)
        if status in shown
    ]
    apart = [labels.legend["apart"]] if len(view.brief.sources) > 1 else []
    return " · ".join([*words, labels.legend["origin"], *apart]) if words else ""


REMARKS = (
    *LIMITED,
    "foot",
    "numbers",
    "since",
    "point",
    "not_compared",
    "noted",
    "declared",
    "byline",
    "off_topic",
)
"""Names under which there may be something to say of the brief itself."""
DESCRIBED = tuple(
    "publisher title author published url language reliability marking extent file sha256".split()
)
"""What there may be to know of a source, in order."""


def remarks(view: View, labels: Labels) -> dict[str, str]:
    """What is to be said of the brief itself: of each section that is cut how many rows are not shown.

    An audience with a bound of pages gets that in one line at the end, `foot`, with where numbers lead that
    are no links. `byline` is whose notes there are, `off_topic` how many inputs name no topic.
    """
    told = _told_of_changes(view, labels)
    counts = {name: count for name, count in view.left_out.items() if count}
    if view.audience.pages is None:
        cut = {
            name: fill(labels.more[name][count != 1], count=labels.numeral(number_words(count)))
            for name, count in counts.items()
        }
    else:
        cut = {"foot": _left_out(counts, labels)} if counts else {}
    if view.audience.citations == "numbers":
        cut["numbers"] = labels.text["numbers_lead"]
    return {**cut, **told, **_of_additions(view.brief, labels)}


def _of_additions(brief: Brief, labels: Labels) -> dict[str, str]:
    """What is to be said of a person's notes and of what does not name the topics, where there are such."""
    told = {"byline": byline(brief.notes, labels)} if brief.notes else {}
    apart = sum(row.state == "off_topic" for row in brief.coverage)
    if apart:
        form = labels.gap_lines["off_topic"][apart != 1]
        told["off_topic"] = fill(form, count=labels.numeral(f"{apart:,}"))
    return told


def byline(notes: Notes, labels: Labels) -> str:
    """Who wrote notes, when, and in which file."""
    signed = labels.text["notes_by" if notes.author else "notes_unsigned"]
    parts = (
        fill(signed, author=notes.author),
        date_words(notes.date, labels) if notes.date else "",
        notes.name,
    )
    return typographic(shown(" · ".join(part for part in parts if part)))


def _told_of_changes(view: View, labels: Labels) -> dict[str, str]:
    """The lines that tell in numbers what changed: `since` in its section, `point` in the bottom line."""
    changes = view.brief.changes
    if changes is None or "changes" not in view.sections:
        return {}
    line = since(view, labels)
    told = {"since": line, "point": f"{labels.points['change']} — {since(view, labels, short=True)}"}
    if changes.not_compared:
        count = changes.not_compared
        told["not_compared"] = plural_of(labels.gap_lines["not_compared"], count, labels)
    if changes.notes and "notes" in view.audience.changes:
        kinds = (labels.count(f"change_{kind}", number) for kind, number in changes.note_counts.items())
        told["noted"] = f"{', '.join(kinds)}."
    if changes.declared:
        told["declared"] = f"{labels.changes['remarked']}: {_marks(*changes.declared, labels)}"
    return told


def _marks(was: str | None, now: str | None, labels: Labels) -> str:
    """A marking as it was and as it is."""
    return typographic(shown(" → ".join(mark or labels.changes["unmarked"] for mark in (was, now))))


def plural_of(forms: tuple[str, str], count: int, labels: Labels) -> str:
    """One of two forms with the number in it."""
    return fill(forms[count != 1], count=labels.numeral(number_words(count)))


def since(view: View, labels: Labels, *, short: bool = False) -> str:
    """What changed, in numbers, and since when; in `short` what is new, changed and withdrawn alone.

    What the audience has no list of is counted where there is nothing else, lest it be told of nothing new.
    """
    changes = view.brief.changes
    assert changes is not None
    date = date_words(changes.as_of, labels) or changes.as_of
    counts: dict[str, int] = dict(changes.counts.items())
    counts |= {"figures": len(changes.moves), "notes": len(changes.notes), MARKINGS: changes.markings}
    listed = [name for name in COUNTED if name in (*view.audience.changes, MARKINGS)]
    some = [name for name in listed if counts[name]]
    if not some:
        some = [name for name in COUNTED if counts[name] and name != "notes"]
        listed += some
    brief = short and any(counts[name] for name in ALWAYS_COUNTED)
    told = {*ALWAYS_COUNTED, MARKINGS} if brief else frozenset(COUNTED)
    named = [name for name in listed if name in told and (counts[name] or name in ALWAYS_COUNTED)]
    parts = ", ".join(labels.count(f"change_{name}", counts[name]) for name in named)
    line = fill(
        labels.text["since" if some else "nothing_new"], changes=parts, number=changes.edition, date=date
    )
    return line if short else f"{line} {labels.count('change_unchanged', changes.unchanged)}"


MARKINGS = "markings"
COUNTED = ("new", "changed", "status", "withdrawn", "repeated", "figures", "notes", MARKINGS)
ALWAYS_COUNTED = ("new", "changed", "withdrawn")
"""What is counted also where there is none: 0 withdrawn says something."""


def differs(change: Change, labels: Labels) -> str:
    """In what a new wording differs from the old one."""
    return ", ".join(labels.changes[f"differs_{name}"] for name in change.differs)


def answers(change: Change, view: View, labels: Labels) -> str:
    """Who denies a statement whose standing changed, or could not confirm it."""
    names = dict.fromkeys(view.speaker(name) or labels.text["nobody"] for name in change.replies)
    return ", ".join(names) or labels.text["none"]


def figure_day(figure: Figure, view: View, labels: Labels) -> str:
    """For when a figure holds; else when it was said; else when its source was published."""
    told = when_words(figure.when, labels) or when_words(figure.said, labels)
    if told:
        return told
    name = figure.evidence[0]
    if name in view.numbers:
        published = view.brief.sources[view.numbers[name] - 1].published
    else:
        earlier = {one.id: one.source for one in view.earlier}
        published = earlier[name.partition("-")[0]].published
    return (date_words(published, labels) or "") if published else ""


def _left_out(counts: Mapping[str, int], labels: Labels) -> str:
    """All that is not shown in one line."""
    parts = [labels.count(f"more_{name}", count) for name, count in counts.items()]
    return labels.text["left_out"].format(rows=", ".join(parts))


def base(brief: Brief, labels: Labels) -> str:
    """The summary statement of the whole base."""
    dates = sorted(source.published for source in brief.sources if source.published)
    undated = _undated(brief)
    statement = labels.text["base"].format(
        sources=labels.count("sources", len(brief.sources)),
        publishers=_publishers(brief, labels),
        words=labels.count("words", sum(source.words for source in brief.sources)),
        published=_published(dates, labels),
    )
    if dates and undated:
        statement += " " + labels.text["base_undated"].format(sources=_listed(undated, labels))
    return statement


def _undated(brief: Brief) -> list[str]:
    return [source.id for source in brief.sources if source.published is None]


def _listed(names: list[str], labels: Labels) -> str:
    """The ids of sources, or, where they are many, how many they are."""
    return ", ".join(names) if len(names) <= MOST_LISTED else labels.count("sources", len(names))


def _publishers(brief: Brief, labels: Labels) -> str:
    known = {source.publisher for source in brief.sources if source.publisher}
    if not known:
        return labels.text["publisher_unknown"]
    counted = labels.count("publishers", len(known))
    whole = all(source.publisher for source in brief.sources)
    return counted if whole else labels.text["publishers_unknown"].format(publishers=counted)


def _published(dates: list[str], labels: Labels) -> str:
    if not dates:
        return labels.text["base_unknown"]
    first, last = (date_words(date, labels) for date in (dates[0], dates[-1]))
    if first == last:
        return labels.text["base_same"].format(date=first)
    return labels.text["base_range"].format(first=first, last=last)


def statements(voice: Voice) -> list[Line]:
    """What a speaker is told to say, each sentence once; what another tells and goes on from is left out."""
    told = {claim.statement.text: claim.statement for claim in voice.claims}
    return [
        line
        for text, line in told.items()
        if not any(other != text and other.startswith(text.rstrip(".")) for other in told)
    ]


def descriptor(source: Source, labels: Labels, *keys: str) -> list[tuple[str, str | Markup]]:
    """What a reader needs to judge a source, as names and values; what is not known is said or left out.

    `keys` name those that are wanted, if not all are.
    """
    unknown, undated = labels.descriptor["unknown"], labels.text["undated"]
    extent = f"{labels.count('words', source.words)}, {labels.count('claims', source.claims)}"
    rows: list[tuple[str, str | Markup | None]] = [
        ("publisher", source.publisher or unknown),
        ("title", source.title),
        ("author", source.author),
        ("published", date_words(source.published, labels) if source.published else undated),
        ("url", address(source.url) if source.url else None),
        ("language", source.language),
        ("reliability", source.reliability or labels.descriptor["unrated"]),
        ("marking", source.marking),
        ("extent", extent),
        ("file", source.name),
        ("sha256", source.sha256),
    ]
    wanted = [(name, value) for name, value in rows if not keys or name in keys]
    return [(labels.descriptor[name], value) for name, value in wanted if value is not None]


def address(url: str) -> Markup:
    """An address as a link, if it is one of the web's that no markup hides in; else as words."""
    plain = url.isascii() and url.isprintable() and not set(url) & set(" <>\\`|")
    if plain and url.startswith(("https://", "http://")):
        return Markup(f"<{url}>")
    return as_markdown(url)


def who(told: Event | Figure, view: View, labels: Labels) -> str:
    """Whoever tells of an event or a figure: a speaker, or the source in its own voice."""
    if told.speaker is None:
        return labels.text["own_voice"].format(origin=view.origin(told.evidence))
    label = view.speaker(told.claim) if told.claim else told.speaker.label
    return label or labels.text["nobody"]


def speakers(claims: tuple[Claim, ...], view: View, labels: Labels) -> str:
    """Who makes `claims`, each named once."""
    names = dict.fromkeys(view.speaker(claim.id) or labels.text["nobody"] for claim in claims)
    return ", ".join(names) or labels.text["none"]


def replies(check: Check, view: View, labels: Labels) -> str:
    """Who denies, cannot confirm or declines to speak to a finding."""
    parts = [_reply(kind, getattr(check, kind), view, labels) for kind in check.replies]
    return "; ".join(parts) or labels.text["none"]


def _reply(kind: str, claims: tuple[Claim, ...], view: View, labels: Labels) -> str:
    """One kind of reply with who gives it; where nobody is named, the stance alone."""
    if not any(view.speaker(claim.id) for claim in claims):
        return labels.statuses["unconfirmed"].lower() if kind == "unconfirmed" else labels.stances[kind]
    return f"{labels.heads[kind]} {speakers(claims, view, labels)}"


def teller(claim: Claim, view: View, labels: Labels) -> str:
    """Inside whose words a claim is told, in brackets; empty where it is told outright."""
    speaker = view.speaker(claim.parent) if claim.parent else ""
    return f"({labels.text['according'].format(speaker=speaker)})" if speaker else ""


def stance(claim: Claim, labels: Labels) -> str:
    """How the speaker stands to a claim, and whether it is certain who that is."""
    words = labels.stances[claim.stance]
    return words if claim.speaker.certain else f"{words} ({labels.text['uncertain']})"


def wording(claim: Claim, labels: Labels) -> str:
    """Whether a claim's content is quoted, partly so, or paraphrased."""
    if not claim.quoted:
        return labels.wording["paraphrased"]
    return labels.wording["quoted" if claim.content.text[:1] in OPENING else "partly"]


def aliases(entity: Entity, labels: Labels) -> str:
    """The other names of an entity; one that differs in capitals alone is none."""
    others = {alias.name.casefold(): alias.name for alias in reversed(entity.aliases)}
    others.pop(entity.name.casefold(), None)
    return "; ".join(reversed(others.values())) or labels.text["none"]


def figure_date(figure: Figure, labels: Labels) -> str:
    """For when a figure holds; where the source does not say, when it was said."""
    said = when_words(figure.said, labels)
    return when_words(figure.when, labels) or (
        labels.text["said"].format(date=said) if said else labels.text["none"]
    )


def coverage(row: Coverage, labels: Labels) -> tuple[str, str, str]:
    """The size of an input, the beginning of its hash, and what was wrong with it."""
    none = labels.text["none"]
    size = none if row.size is None else labels.numeral(number_words(row.size))
    sha256 = f"{row.sha256[:DIGITS_SHOWN]}…" if row.sha256 else none
    return size, sha256, _problems(row, labels) or none


def _problems(row: Coverage, labels: Labels) -> str:
    """What was wrong with an input, in the language of the labels."""
    if not labels.problems:
        return "; ".join(map(str, row.problems))
    from briefgen.render.problems import in_language

    return "; ".join(in_language(one, labels) for one in row.problems)
