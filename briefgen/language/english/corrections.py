"""How a text takes back what it, or an earlier version of it, said; and how it says what is so instead."""

DOCUMENT = (
    r"(?:(?:live|news|wire|feature|opinion|photo|breaking)\s)?(?:article|stor(?:y|ies)|report|dispatch(?:es)?|post"
    r"|piece|page|column|item|newsletter|bulletin|blog|obituary|review|graphic|map|chart|headline|caption|summary"
    r"|transcript|interview|profile|release|notice|briefing|video|podcast|editorial|alert|entr(?:y|ies)|update)s?"
)
"""What a text that somebody publishes calls itself."""

EARLIER = r"(?:earlier|previous|prior|original|initial|first|older|former)"
"""What it calls its version that stands no more."""

VERSION = r"(?:versions?|editions?)"
BESIDE = (
    r"(?:(?:photo|picture|image|video|map|graphic)\s)?"
    r"(?:headlines?|captions?|subheadings?|standfirsts?|subtitles?)"
)
"""What stands beside a text, and may be wrong where it is not."""

WITH = r"(?:on|of|to|with|for|in|above|under|below|accompanying)"

OF_THIS = rf"(?:an?\s{EARLIER}\s{VERSION}\sof\s)?(?:this|our)\s{DOCUMENT}"

WRONGLY = (
    r"(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|falsely|misleadingly|improperly|in\serror"
    r"|by\smistake)"
)
"""How something is said that is not so."""

BEFORE = r"(?:originally|initially|previously|earlier|at\sfirst|first)"

OWN = (
    rf"(?:(?:an?|the|our|one|some)\s)?{EARLIER}\s(?:[\w-]+\s)?{VERSION}\sof\s(?:this|our)\s(?:\w+\s)?{DOCUMENT}"
    rf"|(?:an?|the|our)\s{EARLIER}\s{BESIDE}(?:\s{WITH}\s{OF_THIS})?"
    rf"|(?:an?|the|our)\s{BESIDE}\s{WITH}\s{OF_THIS}"
    rf"|(?:this|our)\s{DOCUMENT},?\sas\s(?:it\swas\s)?{BEFORE}\s(?:published|posted|sent|filed|issued|printed),?"
    rf"|(?:this|our)\s{DOCUMENT}(?=\s(?:had\s)?(?:{BEFORE}|{WRONGLY})\s)"
    rf"|we(?=\s{WRONGLY}\s)"
)
"""What a text calls those words of its own that it takes back, also where no label says that it does."""

ITSELF = rf"^(?:an?\s{EARLIER}\s{VERSION}\sof\s)?(?:this|our)\s{DOCUMENT}$"
"""Who speaks where a text speaks of itself."""

BEHIND = r"(?:\s(?:on|of|in|about|published|posted)\b(?:[^,.;:()]|\([^()]{1,80}\)){1,80}?)?"
"""What may stand behind "an article": its day, its page, its matter, its headline in brackets."""

LABELLED = (
    rf"(?:an?|the|our|\w+['’]s)\s(?:{EARLIER}\s)?(?:[\w-]+\s)?{VERSION}(?:\sof\s(?:the|that)\s{DOCUMENT})?"
    rf"|(?:an?|the|our)\s{EARLIER}\s(?:[\w-]+\s)?{DOCUMENT}{BEHIND}(?=\s)"
    rf"|(?:an?|the|our|\w+['’]s)\s(?:[\w-]+\s){{0,2}}{DOCUMENT}{BEHIND}"
    r"(?=\s(?:had\s)?(?:" + WRONGLY + r"\s|mis[a-z]{4,}))"
)
"""The same where the text says that it corrects itself."""

WE = r"we(?=\s(?:had\s)?(?:said|reported|stated|wrote|published)\b)"
"""The same behind "Correction" or "Retraction"."""

IN_OWN = rf"in\s(?:{OWN}),?\s(?:we|it\swas|it)"
"""The same where the text speaks of what stood in it: "in an earlier version of this story, we said"."""

ASIDE = r"(?:,[^,.;:]{1,80},)?"
SAID = (
    r"(?P<verb>(?:had\s)?(?:said|stated|reported|claimed|suggested|implied|asserted|indicated|noted|wrote|announced|"
    r"declared|showed|described|identified|listed|named|gave|put|placed|attributed|quoted|cited|called|labell?ed|"
    r"characteri[sz]ed|referred\sto|dated|counted|credited|read|had|"
    r"mis(?:stated|identified|described|reported|attributed|quoted|characteri[sz]ed|represented|named|labell?ed|dated)))"
)
SAYING = (
    rf"{ASIDE}\s(?P<how>(?:(?:had|also|{BEFORE}|{WRONGLY})\s){{0,3}}){SAID}(?P<wrongly>\s{WRONGLY})?\s"
    r"(?:(?:(?:on|in|last)\s[^,.;:]{1,30}?\s)?that\s)?"
)
"""What follows it: the verb by which it said something, with the word that it did so wrongly."""

GIVEN = (
    rf"\bin\s(?P<text>{OWN}),?\s(?P<what>[^,.;:]{{3,100}}?)\s(?P<verb>(?:was|were)\s(?:{WRONGLY}\s)?"
    r"(?:given|described|identified|stated|reported|listed|named|quoted|put|dated"
    rf"|mis(?:identified|stated|described|reported|quoted|named))(?:\s{WRONGLY})?)\s(?=(?:as|at|to)\s)"
)
"""How it says so of a thing: "in an earlier version of this story, the number was given as 40"."""

PLAIN = frozenset(
    """
    said stated reported claimed suggested implied asserted indicated noted wrote announced declared read
    """.split()
)
"""Verbs of saying, which take a clause; other verbs tell of something said only where that was wrong."""

NAMES_NO_MORE = (
    r"(?:the|an?|its|his|her|their|some|several)\s(?:[\w-]+\s)?"
    r"(?:wrong|incorrect|erroneous|inaccurate|mistaken|outdated)\b"
)
"""What was wrong, where the text does not tell what it had said ("gave the wrong date")."""

TURN = r"\b(?:as|that|to|by|in|with|from)\b"
"""What stands between a thing and what was said of it, behind a verb of saying it wrongly."""

INSTEAD = (
    r";|\s[–—-]\s|\s?—\s?|,?\s(?:instead\sof|rather\sthan|when\s(?:in\sfact|it|he|she|they|the)\b)|,\s(?:when|but|and(?!\sthat\b)|which"
    r"|while|whereas|not|it|he|she|they|the\scorrect)\b"
)
"""What opens the words by which a text says what is so instead."""

LABEL = (
    r"(?:\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\b\.?)?)?\W{0,3}(?:corrections?|corrected|corrects|clarifications?|clarified|corrigend(?:um|a)|errat(?:um|a)|retractions?"
    r"|retracted|withdrawn|editors?['’]?s?\snote|note\sto\s(?:editors|readers)|amendment|update(?:d)?)\b[^.:\n]{0,60}(?::|—|–|\s-\s|$)"
)
"""What stands above or before words by which a text corrects itself."""

STRICT = r"(?:\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\b\.?)?)?\W{0,3}(?:correct|corrig|errat|retract|withdrawn)"
"""Those of them behind which what "we" said is taken back, though no word says that it was wrong."""

TAKEN_BACK = (
    r"\b(?:has|have|had|is|are|was|were|hereby)\s(?:\w+\s)?(?:been\s)?(?:withdrawn|retracted|corrected|amended)\b"
    r"|\b(?:apologi[sz]es?|apologi[sz]ed|regrets?)\s(?:for\s)?(?:the|this|any|our|its)\s(?:errors?|mistakes?|inaccurac)"
    r"|\b(?:withdraws?|withdrew|retracts?|retracted)\s(?:that|the|its|our|this)\s"
    r"|\bthat\s(?:is|was)\s(?:\w+\s)?(?:wrong|incorrect|not\s(?:so|correct|the\scase|true)|an\serror|a\smistake)"
)
"""Words in the same paragraph by which a text tells that it corrects itself."""

POINTED = (
    r"(?:that|the|this|its|his|her|their|our|my|those|these)\s(?:[\w-]+\s)?(?:statement|report|claim|allegation|accusation"
    r"|account|remark|assertion|suggestion|comment)s?$"
)
"""What somebody takes back who does not say again what it was ("has withdrawn that statement")."""

WAS_WRONG = (
    r"(?:that|this|the|our|my)\s(?:statement|claim|report|figure|number|information|denial|announcement|account)s?"
    r"\s(?:was|were|is|are)\s(?:\w+\s)?(?:wrong|incorrect|false|untrue|inaccurate|mistaken|misleading|an\serror|a\smistake)\b"
)
"""How somebody takes back, in the next sentence, what they just said that they had said."""

CORRECTS = (
    rf"\bcorrects?\s(?:an?|our|the|its|his|her)\s(?:{EARLIER}\s)?(?:{DOCUMENT}|{VERSION})\b[^.;:!?]{{0,60}}?,?\s"
    r"(?:in\swhich|which|that|where)\s$"
)
"""What stands before words that a text takes back: "this version corrects a story of 9 October, in which"."""

PAPER = r"(?:the\s)?[A-Z][\w'’&-]+(?:\s[A-Z][\w'’&-]+){0,3}$"
"""A name, in capitals, by which a paper calls itself behind a label: "CORRECTION: The Gazette reported"."""
PRINTED = r"(?:had\s)?(?:reported|wrote|written|published|printed|stated)(?:\sthat)?$"
"""What it did."""

OURSELVES = r"^(?:we|i)$"
"""Who says so of themselves."""

SET_RIGHT = (
    rf"(?P<text>(?:this|the|our|an?\s{EARLIER}\s{VERSION}\sof\s(?:this|the|our))\s(?:\w+\s)?{DOCUMENT})"
    r"\s(?P<verb>(?:has|have|had|was|were)\s(?:\w+\s)?(?:been\s)?(?:\w+\s)?(?:corrected|amended|updated|clarified|changed|revised"
    r"|edited|modified)(?:\son\s[^,.;:]{1,30}?)?\sto\s(?:say|state|show|reflect|clarify|note|add|indicate|read|explain"
    r"|make\s(?:it\s)?clear))\s(?:that\s)?"
)
"""How a text says what is so instead: "this story has been corrected to say that"."""
