"""Words that news uses for one and the same, by which a reply is compared with what it may be a reply to."""

FAMILIES = """
troops troop soldier serviceman servicemen force fighter army military infantry
die died dying dead death kill fatality killing
wound wounded injure injury hurt
talk negotiation negotiate negotiator
attack raid airstrike assault shelling bombardment shell bomb bombing
police policeman policemen officer constable
cross enter invade incursion
protest protester protestor demonstrator demonstration
arrest detain detention
deal agreement accord pact treaty
ship vessel boat
plane aircraft jet airplane
car vehicle
child children kid
worker employee staff
close shut closure
cut reduce reduction slash
steal theft stole embezzle
bribe bribery kickback
explosion blast explode
gunman shooter gunmen
missile rocket
leak spill leakage
hostage captive
payment pay paid
sale sell sold
resign resignation
resume restart
strike walkout
evacuate evacuation
delay postpone postponement
"""
"""One family a line. In one report two of a family mostly mean one thing; words that part in many reports
("militant", "rebel") stand in none, nor do two that only often go together ("wounded", "dead")."""

ENTERING = frozenset("cross enter invade incursion leave left withdraw".split())
"""What soldiers do who leave "our territory", whichever side tells it."""

OWN_GROUND = (
    r"\b(?:our|its|their|his|her)\s+(?:own\s+)?(?:territory|soil|country|land|lands|borders?|frontiers?)\b"
)
"""Words for the speaker's own country."""

OWNERS = frozenset("our its their his her my".split())
"""Words that make what follows the speaker's own."""

PERSONAL = frozenset("his her my".split())
"""Those of them by which one person owns it, or is kin of."""

OWN_SUBJECT = r"\W*(?:that\s+)?(?:we|i|it|they|he|she)\b"
"""How a statement opens that tells of the speaker's own deed."""

EMPTY = frozenset(
    "single sole such actually ever anyone anybody whatsoever absolutely whatever fact twice once".split()
)
"""Words that add force and say nothing on what is meant."""

MODAL = (
    r"\b(?:will|would|shall|should|may|might|can|could|must|if|unless|whether|wo|ca|going\s+to|likely|soon"
    r"|(?:plan|intend|expect|hope|want)\w*\s+(?:to|that))\b|['’](?:ll|d)\b"
)
"""Words by which a statement tells not what is or was, but what may, will or should be."""

ASIDE = (
    r",\s+(?:\w+\s+){0,2}?(?:after|as|before|while|when|since|though|although|despite|amid|saying|adding|because|which"
    r"|who|even)\b"
)
"""What opens, after a comma, the circumstances of a statement."""

AFTER_CORE = (
    r"\b(?:in|at|on|near|during|after|before|when|while|as|for|from|with|by|through|since|because|over|under)\b"
    r"|,"
)
"""What opens where, when or how something happened."""

OPENING_NEGATION = (
    r"^\W*(?:that\s+)?(?:no|not\s+(?:a|one|any)(?:\s+single)?|none\s+of|nobody|no\s+one|neither|there\s+(?:is|are|was|were|has\s+been|have\s+been)"
    r"\s+(?:no|not\s+an?y?|never))\b"
)
"""How a statement opens that says of something that it was not: "no soldier has", "not a single crane"."""

VERB_NEGATION = r"\b(?:did|do|does|has|have|had|is|are|was|were|am)\s?(?:not|never|n['’]t)\b|\bnever\b"
"""A negation beside the verb of a statement."""

HALF_NEGATION = (
    r"\bno(?:t)?\s+(?:only|just|merely|yet|enough|all|every\w*|until|because|more|less|fewer|longer|necessarily|doubt"
    r"|reason|plans?|comment|evidence|information|knowledge|indication|sign|proof|decision|intention|idea)\b"
    r"|\bnot\s+(?:\w+\s+)?(?:know|think|believe|say|see|want|expect|understand|mean|sure|clear|aware)\b|\bno\s+longer\b"
    r"|\b(?:enough|fully|entirely|completely|always|necessarily)\b"
)
"""Negations that do not say that it was not so: of a part, of a reason, of knowledge, of a wish."""

VERIFYING = (
    r"confirm|verif|corroborat|authenticat|substantiat|\b(?:evidence|proof|prove[nds]?|know|knows|knew|known|aware"
    r"|establish\w*|determine\w*|certain|sure|clear|independent\w*|seen|heard|information)\b"
)
"""Words of somebody who cannot tell whether it is so; without them they only do not hold or want it."""

SEVERAL = (
    r"\b(?:claims|reports|accounts|allegations|statements|assertions|accusations)\b"
    r"|^\W*(?:none|neither|much|little|some|all)\s+of\s+(?:this|that|it|them|these|those)\W*$|^\W*(?:these|those)\W*$"
)
"""Words for what somebody has said in more than one claim."""

PAIRS = (
    r"\b(?:either|both|neither|two|rival|competing|conflicting|opposing)\b[\w\s'’-]{0,30}?"
    r"\b(?:accounts?|claims?|versions?|reports?|statements?|sides?|assertions?|allegations?)\b|^\W*neither\W*$"
)
"""Words for what two speakers have said against each other."""

REPORTED_THING = (
    r"\b(?:reports?|claims?|allegations?|accounts?|rumou?rs?|suggestions?|information|evidence|word)\s+(?:of|about)\s+"
    r"(?:(?:an?|the|any|some)\s+)?(.+?)(?=\s+(?:was|were|is|are|had|has|have|could|cannot|can|remain\w*|as)\b|[,.;]|$)"
)
"""What reports are of: "a second gunman" in "reports of a second gunman were not confirmed"."""

APPENDED = (
    r"^\W*(?:which\b|(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:accusation|account|allegation|assertion|assessment|charge|claim|estimate|figure|number|report|statement"
    r"|suggestion|sum|toll|total|version)\b)"
)
"""How words open that a writer appends to what was just said: "which …", "a figure …"."""

THAT_OPEN = (
    r"\b(?:confirm|verify|corroborate)\s+(?:that|this|it|them|those|these)\b\W*$"
    r"|^\W*(?:(?:none|neither|much|little|some|all)\s+of\s+)?(?:that|this|it|them|these|those)\W*$"
)
"""How a sentence ends that leaves open what was just said: "I can't confirm that", "none of this" is."""

BARE_OBJECT = r"^\W*(?:that|this|it|them|those|these|(?:the|that|this|these|those)\s+\w+(?:['’]s\s+\w+)?)\W*$"
"""A reply that names what it is of by a pointer or by one definite noun: "the images"."""

THING_REPLIED_TO = (
    r"^\W*(?:the|that|this|these|those)\s+(\w+)\W*(?:$|(?:is|are|was|were)\s+(?:\w+\s+){0,2}?"
    r"(?:forger(?:y|ies)|fakes?|faked|forged|fabricated|fabrications?|hoax(?:es)?|lies?|inventions?|genuine|authentic"
    r"|false|doctored|invented)\b)"
)
"""The thing that a reply is of: "the letter is a forgery", "(could not verify) the images"."""
