"""Sample briefs of invented texts: a small one, a large one, an empty one and a hostile one."""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from briefgen.model.brief import Brief
from briefgen.model.marking import Scheme
from briefgen.model.request import Request
from briefgen.model.source import Metadata, RawSource

DAY = "2031-05-03"

SMALL = (
    (
        "Two ferries stopped on lake Orlo",
        "KARVEL, May 2, 2031 (Orlo Post) - The ferry Sankt Nils ran aground in thick fog on "
        "Thursday, harbour "
        "master Odd Lund said. “Nobody was hurt,” Lund told reporters, adding that 140 "
        "passengers were taken off.\n\n"
        "The Seamen's Union alleged that the radar had been broken since March 2031. The ferry "
        "company Lakeline "
        "denied the allegation. Lakeline declined to comment on the cost.\n\n"
        "The Transport Ministry in Karvel said it could not confirm the union's report. If the "
        "fog lifts, the "
        "ferries will sail again on Monday, Lund said.\n\n"
        "More than 3,000 people cross the lake every day, according to Lakeline.",
    ),
    (
        "Ministry opens inquiry",
        "Transport Minister Ane Solberg said on Friday that an inquiry would begin next week. "
        "She warned that other "
        "ferries could be stopped.\n\n"
        "About 2,500 people cross the lake every day, the ministry estimated. The Seamen's "
        "Union expects a strike "
        "by the end of May.\n\n"
        "Lakeline said the ferry had been inspected in April 2031.",
    ),
)
PLACES = "Karvel Orlo Hagen Tolvik Brenna Sandvar Ostmark Leirdal Vikholm Nordby".split()
NAMES = "Lund Solberg Haug Berge Moen Strand Dahl Vik Lie Holm Bakken Rud".split()
FIRST = "Ane Odd Kari Nils Eva Jon Liv Per Ida Ola".split()
OFFICES = ("harbour master", "mayor", "police spokesman", "union leader", "minister")
GOODS = ("ships", "lorries", "tonnes of grain", "passengers", "wagons")
SENTENCES = (
    "{first} {name}, the {office} of {place}, said on {day} May 2031 that {number} {goods} had left {place}.",
    "{name} told reporters that {place} “is ready for another {number} {goods}”.",
    "The {office} of {other} denied that {number} {goods} were missing.",
    "The council of {other} said it could not confirm the report, and declined to comment on {place}.",
    "{name} expects about {number} {goods} in {place} by June 2031.",
)
LARGE = 40
"""Documents of the large sample; each makes about six claims."""
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
HOSTILE = (
    (
        "<script>alert(1)</script> **bold** [link](javascript:alert(1)) | a | b |",
        "Minister <b>Ane</b> Solberg said on Friday that {{ 7 * 7 }} and {% raw %} ferries | "
        "had | sailed.\n\n"
        "“![x](http://example.org/x.png) `code` # not a heading,” spokesman *Odd* Lund told reporters.\n\n"
        "The harbour office of [Karvel](http://example.org) denied that <img src=x "
        "onerror=alert(1)> was there.",
    ),
    (
        WORD * 3,
        f"The {WORD} said on Friday that {WORD * 4} had cost $1,234,567,890,123.\n\n"
        f"{WORD} {WORD} told reporters that 99 ferries were late. “{'a' * 400},” Odd Lund said.",
    ),
    (
        "تقرير من الميناء \u202e desrever",
        "Minister محمد عبد الله said on Friday that the port of شرم الشيخ was closed. דוד לוי, "
        "the mayor of ירושלים, "
        "denied it.\n\nСергей Петров told reporters that 김민수 would come on Monday. "
        "Spokeswoman Nguyễn Thị Hương said 40 ferries were “ready\u202e now”.",
    ),
)


EARLIER: Mapping[str, str] = MappingProxyType(
    {
        "Nobody was hurt": "Two people were hurt",
        "More than 3,000 people": "More than 2,800 people",
        "could not confirm the union's report": "was looking into the union's report",
        " had left ": " had come to ",
        "99 ferries": "97 ferries",
        "<b>Ane</b> Solberg": "<i>Ane</i> Solberg",
    }
)
"""Words of the samples, and what stood there in the edition before, which each is compared with."""
GONE = (
    "Lights on the lake",
    "Fisherman Arne Dal told reporters that he had seen | lights | on the lake. The valley was quiet.",
)
"""A document of the edition before that is gone."""


def _raw(number: int, title: str, text: str, marking: str | None) -> RawSource:
    data = text.encode()
    publisher = f"{PLACES[number % len(PLACES)]} Post"
    about = Metadata(title, publisher, "A. Writer", "2031-05-03", "https://example.org/a", "en", marking, "B")
    name = f"samples/{number + 1:02}.txt"
    return RawSource(name, name, "text/plain", data, sha256(data).hexdigest(), about)


def _report(number: int) -> tuple[str, str]:
    """The text of one document of the large sample."""

    def one(words: tuple[str, ...] | list[str], step: int) -> str:
        return words[(number * step + step) % len(words)]

    filled = [
        sentence.format(
            first=one(FIRST, 3),
            name=one(NAMES, 5 + place),
            office=one(OFFICES, 2 + place),
            place=one(PLACES, 7 + place),
            other=one(PLACES, 3 + place),
            goods=one(GOODS, 1 + place),
            number=10 + number * 7 + place,
            day=1 + (number + place) % 27,
        )
        for place, sentence in enumerate(SENTENCES)
    ]
    return f"Report {number + 1} from {one(PLACES, 7)}", "\n\n".join(filled)


NOTED = """\
---
author: A. Writer
date: 2031-05-03
marking: {mark}
---
It is likely that the radar was broken, see [[01.txt]]. *Lakeline* has not said who inspected it.

- **Watch** the inquiry of next week.
- A strike is unlikely before June.
"""
HOSTILE_NOTES = """\
---
author: <b>A. Writer</b> | *x*
marking: {mark}
---
# Sources

<script>alert(1)</script> ![x](http://example.org/x.png) [link](javascript:alert(1)) | a | b |

{{{{ 7 * 7 }}}} **[[02.txt]]** ○ **Denied** · 1 origin — `code`

---

    indented

- - - deep
‮ desrever
"""
NOTES: Mapping[str, str] = MappingProxyType({"small": NOTED, "hostile": HOSTILE_NOTES})
"""A person's notes by the name of the sample."""

SAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "small": SMALL,
        "large": tuple(_report(number) for number in range(LARGE)),
        "empty": (("Nothing happened", "The valley is quiet."),),
        "hostile": HOSTILE,
    }
)
"""Titles and texts by the name of the sample."""


def sample(name: str, scheme: Scheme, ceiling: str | None) -> Brief:
    """The sample brief `name`, marked as high as who may see up to `ceiling` may see.

    It is the second edition, and says what changed since the first; of the empty one nothing did.
    """
    from briefgen.pipeline import make_brief, read_base, read_notes, with_changes, with_notes

    mark = ceiling or scheme.levels[-1].name

    def edition(number: int, texts: tuple[tuple[str, str], ...]) -> Brief:
        raws = [_raw(place, title, text, mark) for place, (title, text) in enumerate(texts)]
        base = read_base(raws, (), Metadata(published=DAY))
        if name in NOTES:
            base = with_notes(base, read_notes(NOTES[name].format(mark=mark).encode(), "notes.md"))
        request = Request(f"sample-{name}", DAY, SAMPLES[name][0][0], scheme=scheme, edition=number)
        return make_brief(base, request)

    return with_changes(edition(2, SAMPLES[name]), edition(1, _before(name)), scheme)


def _before(name: str) -> tuple[tuple[str, str], ...]:
    """The texts of the edition before that of the sample `name`."""
    if name == "empty":
        return SAMPLES[name]
    texts = [(title, _as_it_was(text)) for title, text in SAMPLES[name]]
    return (*texts, GONE) if len(texts) < LARGE else (*texts[:-3], GONE)


def _as_it_was(text: str) -> str:
    for now, then in EARLIER.items():
        text = text.replace(now, then)
    return text
