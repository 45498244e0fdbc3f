"""An invented article, annotated by hand, and the brief made of it."""

from annotations import annotated, claim, date, entity, quantity

from briefgen.checks import check_brief
from briefgen.model.annotation import Annotated, as_read
from briefgen.model.brief import Brief
from briefgen.model.request import Request
from briefgen.synthesis import synthesise

TEXT = (
    "The mood soured after allegations Tuesday by Sylvania that Freedonia moved 300 tanks to the border "
    "last week, with more to come.\n"
    '"We are worried," Atlantean spokesperson Mary Poole told reporters, adding that Atlantis could not '
    'confirm the Sylvanian report. "If it is true, we will act," she said.\n'
    "Harbour officials said previously tanks had crossed, though they have declined to discuss the convoy.\n"
    "Freedonia has sent 40 tanks since the treaty lapsed in May 2020, Harbour officials believe.\n"
    "The valley is quiet."
)


def troubled() -> Annotated:
    """An article with an allegation, a reply that cannot confirm it, a refusal and a condition."""
    return annotated(
        TEXT,
        entities=(
            entity(TEXT, "Sylvania", "country", demonym="Sylvanian"),
            entity(TEXT, "Freedonia", "country"),
            entity(TEXT, "Atlantis", "country", demonym="Atlantean"),
            entity(TEXT, "Mary Poole", "person", "Mary Poole"),
        ),
        dates=(
            date(TEXT, "Tuesday", "2024-10-15", "2024-10-15"),
            date(TEXT, "last week", "2024-W41", "2024-10-07", "2024-10-13"),
            date(TEXT, "May 2020", "2020-05", "2020-05-01", "2020-05-31"),
        ),
        quantities=(
            quantity(TEXT, "300 tanks", 300, "tanks"),
            quantity(TEXT, "40 tanks", 40, "tanks"),
        ),
        clauses=(
            "Freedonia moved 300 tanks to the border last week",
            "If it is true",
            "we will act",
            "Freedonia has sent 40 tanks",
            "since the treaty lapsed in May 2020",
        ),
        claims=(
            claim(
                TEXT,
                "Sylvania",
                "allegations",
                "that Freedonia moved 300 tanks to the border last week, with more to come",
                "alleged",
                entity=0,
            ),
            claim(
                TEXT,
                "Atlantean spokesperson Mary Poole",
                "told",
                "We are worried,",
                quoted=True,
                entity=3,
            ),
            claim(
                TEXT,
                "Atlantean spokesperson Mary Poole",
                "adding",
                "that Atlantis could not confirm the Sylvanian report",
                "unconfirmed",
                entity=3,
            ),
            claim(TEXT, "she", "said", "If it is true, we will act,", "conditional", quoted=True, entity=3),
            claim(TEXT, "Harbour officials", "said", "tanks had crossed"),
            claim(
                TEXT,
                "they",
                "have declined to discuss",
                "the convoy",
                "declined",
                stands_for="Harbour officials",
            ),
        ),
    )


def brief_of(*found: Annotated, as_of: str | None = None, marking: str | None = None) -> Brief:
    request = Request("seeds", "2030-01-01", as_of=as_of, marking=marking)
    brief = synthesise(tuple(map(as_read, found)), (), (), request, "briefgen test")
    check_brief(brief)
    return brief
