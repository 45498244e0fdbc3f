"""Words by which a text says when it was published."""

PUBLISHED = (
    r"(?:this\s\w+\s(?:was|has\sbeen)\s)?(?:(?:first|originally)\s+)?(?:published|posted|issued|released|date(?:\s?/\s?time|\sand\stime|d|line)?|sent|filed|release\s+date"
    r"|(?:date\s+of\s+|reporting\s+|report\s+)(?:issue|publication|release|date)|(?:situation\s+|status\s+)?as\s+(?:of|at)|press\s+release|for\s+immediate\s+release)"
)
"""What stands before the day on which a text came out, in a line of its own."""

UPDATED = (
    r"(?:this\s\w+\s(?:was|has\sbeen)\s)?(?:(?:last|latest)\s+)?"
    r"(?:updated?|modified|revised|corrected|amended)"
)
"""What stands before the day on which it was changed; it counts only where no other day is stated."""

CONNECTING = r"(?:on|at|by|the|of|local|time)"
"""Words that may stand between."""

HELD = r"\b(?:held|dated|convened|of)(?:\s(?:on|at))?\s*$"
"""What stands before the day in a line that says which meeting the text is the minutes of."""

BYLINE = r"\b[Bb]y\s+(?:[A-Z][\w.'’-]*\s*){1,5}(?:(?:,\s*(?:and\s+)?|and\s+)(?:[A-Z][\w.'’-]*\s*){1,5})*"
"""The author, who often stands in the same line."""

NO_PLACES = frozenset("On In At By Since After Before Until From Between As When The This".split())
"""Words that open a sentence, and no dateline."""

AGENCY = r"\([A-Z][\w.&/ -]{1,30}\)"
"""An agency in brackets behind the day of a dateline: "March 4, 2025 (Reuters)"."""

DOCUMENT = (
    r"(?:press|news|media)\s(?:release|statement|conference|briefing|bulletin|notice)|transcript|bulletin|newsletter|"
    r"communiqu[eé]|statement|situation\sreport|sitrep|minutes|remarks|briefing|by\sour\s\w+|correspondents?|"
    r"staff\sreporters?|press\soffice|memo(?:randum)?|live(?:\s?blog)?"
)
"""What a line calls the text that it heads, or those who wrote it."""

RIGHTS = r"©|\(c\)|\bcopyright\b"
"""What opens a notice of rights, with its year behind it."""

OPINION = (
    r"(?:opinions?|op-?eds?|commentary|editorial|viewpoint|perspective|our\sview|leading\sarticle"
    r"|(?:guest|opinion)\s(?:essay|column|editorial|commentary|piece|post)|letters?\sto\sthe\seditor)"
)
"""What a text is called, in its head, that gives the view of who wrote it."""

SECTIONS = frozenset(
    "news home world politics business sport sports culture lifestyle travel weather video".split()
)
"""What stands beside "Opinion" in a menu, which calls nothing an opinion."""
