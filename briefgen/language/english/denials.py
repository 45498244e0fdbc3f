"""How English denies: the verbs, the negations, and the words for what somebody is accused of."""

DENYING = (
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing|ion)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
    r"|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|contradict(?:s|ed|ing)?|contest(?:s|ed|ing)?"
    r"|repudiat(?:e|es|ed|ing))\b"
)
"""Verbs whose object is what is denied, so that a "not" in it belongs to the words denied."""

REJECTING = (
    r"\b(?:reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing)?|contest(?:s|ed|ing)?|repudiat(?:e|es|ed|ing))\b"
)
"""Those of them by which plans, motions and calls are turned down as well as claims."""

PROPOSING = (
    r"\b(?:propos(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\sfor|call(?:s|ed|ing)?\son|demand(?:s|ed|ing)?"
    r"|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|recommend(?:s|ed|ing)?|want(?:s|ed)?|plan(?:s|ned)?|offer(?:s|ed|ing)?"
    r"|suggest(?:s|ed|ing)?|plead(?:s|ed)?|appeal(?:s|ed|ing)?|move[sd]?|hop(?:e|es|ed))\b"
)
"""Verbs by which somebody says what is to be done, and not how it is."""

PROPOSED = r"^\W*to\b|\b(?:should|must|ought|ha(?:s|ve)\sto|needs?\sto|let['’]s|please)\b"
"""Words of what is to be done."""

TAKING_BACK = r"\b(?:retract|recant|withdr[ae]w|disavow)"
"""Verbs by which somebody takes back their own words."""

NEGATION = (
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|unable|unaware|hardly|scarcely)\b"
    r"|n['’]t\b"
)
"""Words that turn a statement round."""

ACCUSATIONS = (
    r"\b(?:charges?|accusations?|allegations?|wrongdoing|misconduct|guilt|guilty|innocen(?:t|ce)|responsibility"
    r"|blame|liability|complicity|culpability)\b"
)
"""Words for what somebody is accused of, by which a denial answers the accusation, whoever made it."""

CRIMES = (
    r"\bcounts?\s+of\b|\b(?:bribery|corruption|fraud|theft|robbery|burglary|murder|manslaughter|homicide|arson|assault"
    r"|battery|rape|perjury|embezzlement|extortion|blackmail|smuggling|trafficking|espionage|treason|sabotage"
    r"|negligence|conspiracy|money\s+laundering|tax\s+evasion|insider\s+trading|harassment|kidnapping|forgery"
    r"|doping|cheating|plagiarism|collusion|any\s+(?:crime|offen[cs]e|involvement|link|role|part|knowledge))\b"
)
"""Words for a deed of which somebody is accused, by which their denial answers whoever accuses them."""

SUCH = r"\b(?:any|no|such)\s(?:such\s)?(?:\w+\s)?such\s(\w{4,})|\b(?:any|no)\ssuch\s(\w{4,})"
"""How somebody denies what was just told by its name: "denied there were any such talks"."""

OF_ITSELF = r"^(?:that\s)?(?:it|its|he|she|his|her|they|their|we|our|i|my)\b"
"""How what somebody denies of themselves opens: "denied that its systems had been the way in"."""

THING_IS_WRONG = (
    r"^\W*(?:that\s)?(?:the|that|this|those|these)\s(?:\w+\s)?(?:figure|number|claim|report|account"
    r"|statement|story)s?\s(?:is|are|was|were)\b"
)
"""How somebody says of what was just told, by its name, that it is wrong."""

OWN_DEED = (
    r"\W*(?:that\s(?:it|he|she|they)\s(?:had\s|was\s|were\s)?|having\s|any\s)?(?:carr(?:ied|ying)\sout|launch(?:ed|ing)"
    r"|be(?:en|ing)\sbehind|behind|conduct(?:ed|ing)|order(?:ed|ing)|stag(?:ed|ing)|mount(?:ed|ing)|attack(?:ed|ing)"
    r"|strik(?:ing)|struck|fir(?:ed|ing))\b"
)
"""How somebody denies a deed as their own: "denied carrying out the attack"."""

INQUIRY = (
    r"\b(?:open(?:s|ed|ing)?|launch(?:es|ed|ing)?|beg[au]n|start(?:s|ed|ing)?|order(?:s|ed)?)\s(?:[\w-]+\s){0,4}?"
    r"(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|probes?)\b|\b(?:is|are|was|were)\s(?:\w+\s)?(?:investigating|examining)\b"
)
"""An inquiry was opened, or goes on: that what it is into is denied does not deny it."""

AS_SOMETHING = r"\sas\s[\"“'‘]?(?:\w+\s?)"
"""What opens the words by which somebody calls what he denies: "dismissed the report as fiction"."""

NO_DEED = (
    r"^\W*(?:there\s(?:has|have|was|were)\s(?:been\s)?)?no\s(\w{3,}?)(?:ing|s)?\s"
    r"(?:has|have|had|was|were|took|is|are)\s(?:been\s)?(?:taken|taking|occurred|happened|carried|place|made|done)\b"
)
"""How somebody says that a deed was not done ("no blasting has taken place"); the group names the deed."""

THE_ACCUSED = (
    r"^(?:(?:both|all|the|these|those)\s?)*(?:of\s(?:them|the)\s?)?(?:two|three|four|five|six)?\s?"
    r"(?:men|man|women|woman|teenagers?|youths|boys|girls|brothers|sisters|couple|pair|duo|trio|suspects?|accused"
    r"|defendants?|detainees|officers|officials|employees)?$"
    r"|^(?:his|her|their|its)\s(?:\w+\s)?(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|legal\steam)$"
)
"""What those are called who were just accused, or who speaks for them, where no name is given."""

ACCUSERS = (
    r"\b(?:prosecut\w*|police|investigat\w*|detectives?|plaintiffs?|indictment|authorities|district\s+attorney"
    r"|attorney\s+general|regulators?|inspectors?|court\s+(?:documents?|papers|filings?)|charge\s+sheet)\b"
)
"""Those whose plain word that somebody has done something is an accusation."""

POINTERS = frozenset("it this that them these those so everything".split())
"""Words by which a reply points at what was just said and says nothing else."""

SELF_DENIAL = (
    r"^\W*(?:that\s+)?(?:i|we|he|she|it)(?:['’]ve)?\s+(?:\w+\s+)?"
    r"(?:never\b|(?:did|have|has|had|was|were|am)(?:\s+(?:not|never)\b|n['’]t\b)|(?:did|took|had)\s+nothing\b)"
    r"|\b(?:i\s+am|i['’]m|we\s+are|he\s+(?:is|was)|she\s+(?:is|was))\s+(?:\w+\s+)?innocent\b|\bnot\s+guilty\b"
)
"""A speaker's statement that they did not do something: its subject stands for the speaker, its verb for a
deed ("did not", "never took"), not for what they think or want."""

DISMISSALS = frozenset(
    """
    baseless false untrue unfounded groundless fabricated invented ridiculous absurd nonsense outright
    flatly categorically strongly firmly repeatedly truth lie made-up made simply entirely completely totally
    utterly pure fantasy fiction rubbish fake lies fabrication fabrications invention hoax smear slander
    forgery
    """.split()
)
"""Words that a denial adds without saying what it is of."""

OUTRIGHT = frozenset(
    {
        *("not so", "not true", "not correct", "not right", "not the case", "untrue", "false", "wrong"),
        *("nonsense", "rubbish", "far from it"),
    }
)
"""Words that deny without a verb: "Not so, said the mayor: the bridge was sound"."""

OUTRIGHT_OPENING = (
    r"^[\"“'‘]*(?:" + "|".join(sorted(OUTRIGHT)) + r")(?=[^\w\s-]|$"
    r"|\s(?:the|an?|no|it|he|she|they|we|i|there|this|that|these|those|nobody|its|his|her|their|our)\b)"
)
"""How what somebody says opens with such words, whatever is told instead: not "wrong valves were fitted"."""

UNTRUE = frozenset("true correct accurate case right happen happened wrong incorrect inaccurate".split())
"""Words that, beside "that is not", say no more than that it is not so."""

DENIED_THAT = (
    r"\b(?:it|that)(?:\s(?:is|was)|['’]s)\s(?:\w+ly\s|just\s|quite\s){0,2}"
    r"(?:not\s(?:\w+ly\s)?(?:true|correct|accurate|right|so|the\scase)"
    r"|false|untrue|wrong|incorrect|inaccurate|nonsense|a\s(?:\w+\s)?(?:lie|myth|falsehood|fabrication))"
    r"(?:\sto\s(?:say|claim|suggest|assert|pretend))?\sthat\s(?=((?:the|an?)\s)?)"
    r"|\b(?:it|that)\s(?:is|was)n['’]t\s(?:true|correct|accurate|right|so|the\scase)\sthat\s(?=((?:the|an?)\s)?)"
)
"""Words by which a text says that what follows is not so, with the article that may follow looked at."""

FORMAL_CHARGE = (
    r"\b(?:been|was|were|is|are|being)\s+(?:\w+ly\s+)?(?:also\s+)?(?:charged|indicted|arraigned|convicted)\b"
)
"""What courts and prosecutors do to somebody: that it was done is a fact, true or not the charge."""

CHARGING = r"^(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?(?:charged|indicted|arraigned)$"
"""What prosecutors are told of as having done to somebody."""
