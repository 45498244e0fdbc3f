"""What an archive says in its own words, in each language that it speaks."""

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.model.edition import Counts

Words = Mapping[str, str]

ENGLISH: Words = MappingProxyType(
    {
        "archive": "Briefs",
        "jobs": "Briefs",
        "search": "Search",
        "skip": "Skip to the content",
        "words": "Words",
        "words_help": 'Finds what has all of the words. "In quotation marks" as they stand; begin* for any '
        "ending. Capitals and accents make no difference.",
        "search_all": "Search all editions",
        "search_job": "Search these editions",
        "find": "Find",
        "job": "Brief",
        "every_job": "All",
        "status": "Status",
        "every_status": "Any",
        "since": "From day",
        "until": "To day",
        "without_script": "The search needs JavaScript. The editions can be read without it:",
        "failed_to_load": "The data of the search could not be loaded: copy the whole folder.",
        "loading": "Searching …",
        "found_none": "Nothing found.",
        "unknown": "No edition has the word “{word}”. “{word}*” finds words that begin so.",
        "found": "{count} found",
        "found_one": "1 found",
        "found_some": "{count} or more found",
        "shown": ", {count} shown",
        "more": "Show more",
        "ask": "All claims, cited sentences and titles of all editions can be searched.",
        "edition": "Edition {number}",
        "of_day": "as of {day}",
        "since_edition": "since edition {number}",
        "title": "Title of an edition",
        "sentence": "In the source’s own words",
        "claim": "Claim",
        "number": "Edition",
        "as_of": "As of",
        "heading": "Title",
        "changes": "What changed",
        "marking": "Marking",
        "files": "Files",
        "feed": "Atom feed",
        "all_editions": "All editions ({count})",
        "none": "No edition can be shown here.",
        "withheld": "Editions are left out whose marking is above what may be shown here.",
        "ran": "Last run {when}: {state}",
        "made": "an edition was made",
        "unchanged": "nothing new",
        "failed": "it failed",
        "interrupted": "it was interrupted",
        "running": "it is not done",
        "first": "First edition",
        "nothing": "Nothing new",
        "new": "{count} new",
        "changed": "{count} changed",
        "withdrawn": "{count} withdrawn",
        "moved": "{count} figures moved",
        "moved_one": "1 figure moved",
        "notes": "{count} notes changed",
        "notes_one": "1 note changed",
        "remarked": "{count} markings changed",
        "remarked_one": "1 marking changed",
        "results": "Results",
        "newest": "Newest edition",
    }
)
GERMAN: Words = MappingProxyType(
    {
        "archive": "Lageberichte",
        "jobs": "Lageberichte",
        "search": "Suche",
        "skip": "Zum Inhalt",
        "words": "Wörter",
        "words_help": 'Findet, was alle Wörter hat. "In Anführungszeichen", wie sie sind; Anfang* für jede '
        "Endung. Groß oder klein und Akzente machen keinen Unterschied.",
        "search_all": "Alle Ausgaben durchsuchen",
        "search_job": "Diese Ausgaben durchsuchen",
        "find": "Suchen",
        "job": "Lagebericht",
        "every_job": "Alle",
        "status": "Stand",
        "every_status": "Jeder",
        "since": "Vom Tag",
        "until": "Bis zum Tag",
        "without_script": "Die Suche braucht JavaScript. Ohne sie lassen sich die Ausgaben lesen:",
        "failed_to_load": "Die Daten der Suche ließen sich nicht laden: kopieren Sie den ganzen Ordner.",
        "loading": "Wird gesucht …",
        "found_none": "Nichts gefunden.",
        "unknown": "Keine Ausgabe hat das Wort „{word}“. „{word}*“ findet Wörter, die so beginnen.",
        "found": "{count} gefunden",
        "found_one": "1 gefunden",
        "found_some": "{count} oder mehr gefunden",
        "shown": ", {count} gezeigt",
        "more": "Mehr zeigen",
        "ask": "Alle Aussagen, belegten Sätze und Titel aller Ausgaben lassen sich durchsuchen.",
        "edition": "Ausgabe {number}",
        "of_day": "Stand {day}",
        "since_edition": "seit Ausgabe {number}",
        "title": "Titel einer Ausgabe",
        "sentence": "In den Worten der Quelle",
        "claim": "Aussage",
        "number": "Ausgabe",
        "as_of": "Stand",
        "heading": "Titel",
        "changes": "Änderungen",
        "marking": "Einstufung",
        "files": "Dateien",
        "feed": "Atom-Feed",
        "all_editions": "Alle Ausgaben ({count})",
        "none": "Hier kann keine Ausgabe gezeigt werden.",
        "withheld": "Ausgaben fehlen, deren Einstufung über dem liegt, was hier gezeigt werden darf.",
        "ran": "Letzter Lauf {when}: {state}",
        "made": "eine Ausgabe wurde erstellt",
        "unchanged": "nichts Neues",
        "failed": "er schlug fehl",
        "interrupted": "er wurde abgebrochen",
        "running": "er ist nicht beendet",
        "first": "Erste Ausgabe",
        "nothing": "Nichts Neues",
        "new": "{count} neu",
        "changed": "{count} geändert",
        "withdrawn": "{count} zurückgezogen",
        "moved": "{count} Zahlen verändert",
        "moved_one": "1 Zahl verändert",
        "notes": "{count} Anmerkungen geändert",
        "notes_one": "1 Anmerkung geändert",
        "remarked": "{count} Kennzeichnungen geändert",
        "remarked_one": "1 Kennzeichnung geändert",
        "results": "Ergebnisse",
        "newest": "Neueste Ausgabe",
    }
)
LANGUAGES: Mapping[str, Words] = MappingProxyType({"en": ENGLISH, "de": GERMAN})
"""Any other language of labels gets English words around its own."""
SCRIPTED = (
    "failed_to_load loading found_none unknown found found_one found_some shown more ask edition of_day "
    "since_edition title sentence claim"
).split()
"""Words that the script of the search says."""


def words_in(language: str) -> Words:
    """The words of `language`."""
    return LANGUAGES.get(language, ENGLISH)


def change_words(counts: Counts, number: int, words: Words) -> str:
    """What an edition brings: "3 new, 1 changed"."""
    if counts.new is None:
        return words["first"] if number == 1 else ""
    kinds = {
        "new": counts.new,
        "changed": counts.changed,
        "withdrawn": counts.withdrawn,
        "moved": counts.moved,
        "notes": counts.notes,
        "remarked": counts.remarked,
    }
    parts = [
        words[f"{kind}_one" if count == 1 and kind in ("moved", "notes", "remarked") else kind].format(
            count=count
        )
        for kind, count in kinds.items()
        if count
    ]
    return ", ".join(parts) or words["nothing"]
