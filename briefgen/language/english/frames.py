"""Words by which a report is told from a rule, a supposition, or a verb that only has a thing for object."""

RESPONDERS = frozenset(
    """
    officer officers police deputy deputies firefighter firefighters crew crews paramedic paramedics medic
    medics trooper troopers unit units rescuer rescuers constable constables ambulance ambulances squad squads
    patrol patrols lifeboat lifeboats guard guards coastguard detective detectives team teams engine engines
    """.split()
)
"""Who comes where they are called to, and says nothing by it ("officers responded to a report of shots")."""

CALLS = frozenset(
    """
    call calls report reports complaint complaints alarm alarms alert alerts emergency emergencies request
    requests tip
    """.split()
)
"""What calls them."""

CALLED_BY = frozenset("by for from that".split())
"""What stands behind such a call that is answered with words: "responded to calls for his resignation"."""

SCENES = frozenset(
    """
    scene incident fire blaze crash accident collision shooting stabbing explosion disturbance burglary
    robbery alarm alarms address
    """.split()
)
"""Where anybody who responds comes, and says nothing."""

ANYBODY = frozenset("anyone anybody whoever one you".split())
"""Subjects that stand for no particular speaker."""

FEELINGS = frozenset(
    "emotion emotions remorse mercy restraint contempt courage anger affection respect".split()
)
"""What somebody shows without saying anything by it."""

CAUSING = frozenset("help helps helped helping let lets make makes making".split())
"""Verbs after which somebody and a bare verb tell what is brought about ("help readers understand that")."""

MEANING = frozenset("worth means mean meant requires require required involves involve".split())
"""Words before an -ing form that is no deed of anybody ("it is worth noting", "that means saying")."""

UNREAL_MODALS = frozenset("should could can might may must ought".split())
"""Auxiliaries by which something is not said, but may, can or ought to be."""

DISCLOSED_BY_CAN = frozenset("reveal report confirm disclose announce say tell".split())
"""Verbs that tell even so of what the speaker tells at this moment ("the Herald can reveal that")."""

EVIDENCE_VERBS = frozenset("show demonstrate list find illustrate".split())
"""Verbs that, with a bare thing, report only of a document ("the survey shows a rise")."""

EVIDENCE_NOUNS = frozenset(
    """
    research results result records record findings finding numbers statistics poll polls surveys studies
    reports documents test tests census chart charts table tables experiment experiments trial trials page
    website site profile register registry filing filings inquiry investigation audit review agenda
    """.split()
)
"""Things that show something, besides what somebody issues."""

DEFINITE_VERBS = frozenset("support attack welcome honor honour".split())
"""Verbs that report with a certain thing ("supports the ban"), and not with any ("supports text files")."""

COMPLEMENT_VERBS = frozenset("call deem label brand dub".split())
"""Verbs that report what something is called, and nothing of a thing alone ("called a meeting")."""

AS_VERBS = frozenset("identify regard perceive".split())
"""Verbs that report only with "as" ("identified him as a guard", not "identified him")."""

CLAIMED = frozenset(
    """
    responsibility credit innocence ignorance self-defence self-defense immunity loss losses damage
    discrimination bias fraud harassment abuse torture wrongdoing
    """.split()
)
"""Things that are claimed by saying so, unlike a victory or a life."""

TAKING_BACK = frozenset("retract recant withdraw disavow".split())
"""Verbs that deny only where something said is their object ("withdrew that statement", not "its troops")."""

TAKEN_BACK = frozenset(
    """
    statement statements report reports claim claims allegation allegations accusation accusations account
    accounts remark remarks assertion assertions story stories article articles testimony confession headline
    dispatch comment comments suggestion paper study
    """.split()
)
"""Things said that somebody may take back."""

CLAUSE_ONLY = frozenset("forget continue email address".split())
"""Verbs with which a bare thing is no report."""

PERSONAL_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "ee", "ant")
"""Endings of words for people, without -s."""

PERSONAL_NOUNS = frozenset(
    """
    police people government minister ministry company firm bank union party army group council court team
    club official critic student family president parliament senate congress cabinet committee commission
    agency regime authority administration office board crew gang militia rebel troop force coalition
    alliance opposition campaign country nation state city town village church university school hospital
    museum airline parent woman child boy girl son wife husband friend guard judge king queen chief head bos
    spokesperson candidate federation association charity newspaper network side judiciary delegation
    expert analyst agent client patient resident dissident respondent opponent correspondent media public
    busines wing faction movement society staff management leadership watchdog tribunal justice mogul
    """.split()
)
"""Words for people and bodies, without -s."""

NAME_KEEPING = frozenset("ask want request decline refuse prefer wish agree demand insist seek hope".split())
"""Verbs with which somebody who speaks may keep back who they are ("asked not to be named")."""

NAMED = frozenset("named identified quoted cited photographed".split())
"""What they ask not to be, or to be in part only."""

NAME_GIVING = frozenset("give disclose reveal provide share state use publish".split())
"""What they do not do with their own name."""

OWN = frozenset("his her their its my our".split())
OWN_NAMES = frozenset("name names identity identities surname surnames".split())

ANONYMITY = frozenset({"anonymity", "anonymous"})

TOLD_THINGS = frozenset(
    "account accounts version versions story claims reports statements figures data findings".split()
)
"""What somebody else told, besides the nouns that report and the documents."""

LEADS_UP = (
    r"[,\s](?:\w+\s(?:hours?|days?|weeks?|months?)\s)?"
    r"(?:after|before|when|while|since|because|although|though|as|even\sas|just\sas)\s+(?:[\w’'-]+\s+){0,3}$"
)
"""What leads from what a sentence tells of its own to somebody's claim within it: "…, two days after the"."""
