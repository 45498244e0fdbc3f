"""Words that report what somebody says, thinks, wants or shows, and how the speaker stands to it by default.

The classes follow the complements that a word takes (Quirk et al., A Comprehensive Grammar of the English
Language, 16.30-16.63): "say" takes a quotation or a clause, "tell" an addressee first, "accuse" a person
and "of".
"""

SAYING_VERBS = frozenset(
    """
    say add note argue insist explain write state claim reply respond continue conclude suggest announce
    declare acknowledge admit concede confirm reveal stress emphasize emphasise reiterate repeat recall
    remark observe contend assert allege warn caution predict tweet retweet post joke quip comment
    testify confess disclose estimate complain lament boast brag protest vow pledge promise swear
    propose recommend report speculate theorize guess muse opine tout proclaim affirm reaffirm aver
    attest recount relate elaborate interject counter retort shout yell chant whisper mutter murmur
    scream exclaim cry fume rail snap blast charge indicate signal hint imply deny agree disagree
    clarify specify stipulate conjecture forecast tease crow gush marvel fret ask inquire wonder
    question demand demur bemoan underline underscore highlight echo concur joke mention plead rule read
    grumble gripe rejoice deadpan bark roar sigh laugh email text message blog intone answer
    """.split()
)
"""Verbs that stand beside a quotation or a reported clause."""

QUOTATION_ONLY_VERBS = frozenset(
    """
    continue respond reply elaborate interject retort shout yell chant whisper mutter murmur scream
    exclaim cry fume rail snap counter read laugh sigh bark roar crow gush tease answer begin blast
    opine text message blog deadpan plead intone quip joke
    """.split()
)
"""Those of them that report nothing unless a quotation or "that" stands beside them."""

ADDRESSING_VERBS = frozenset(
    """
    tell remind assure inform convince reassure notify advise persuade inform brief
    """.split()
)
"""Verbs that name the hearer before what is said."""

THINKING_VERBS = frozenset(
    """
    believe think know hope fear expect realize realise understand assume suspect doubt feel learn find
    determine conclude decide anticipate worry imagine remember forget show demonstrate
    assess judge reckon recognize recognise notice illustrate consider deem resolve
    """.split()
)
"""Verbs that report a thought, a finding or what a document shows."""

CLAUSE_NEEDING_VERBS = frozenset(
    """
    know find feel learn figure imagine remember forget prove decide notice determine understand
    recognize recognise judge rule guess begin agree disagree worry prove resolve
    """.split()
)
"""Verbs that report only where a clause follows ("they know that", "we found the"), not a thing."""

HEARING_VERBS = frozenset({"hear"})
"""Verbs by which a body tells of what is said before it: "the court heard that Brown ran"."""

HEARERS = frozenset(
    """
    court courts jury juries juror jurors inquest inquests tribunal tribunals inquiry enquiry hearing trial
    committee subcommittee panel commission magistrates judge judges mps lawmakers senators councillors
    coroner assembly council
    """.split()
)
"""Who hears what is said before them."""

LISTENERS = frozenset("juror jurors magistrates judge judges mps lawmakers senators councillors".split())
"""Those of them who are people, and so would be taken for who said it."""

MAKING_KNOWN = frozenset("make makes made making".split())
KNOWN_BY = frozenset("clear plain explicit known".split())
"""How somebody says a thing: "made (it) clear that", "made known that"."""

LETTING = frozenset("let lets letting".split())
"""How somebody says a thing: "let it be known that"."""

OBJECT_VERBS = frozenset(
    """
    criticize criticise praise condemn denounce endorse blame slam attack mock defend dismiss reject
    oppose support question quote cite describe call dub label brand accuse compare liken thank applaud
    welcome ridicule rebuke deride decry assail lambaste lambast tout discuss express voice issue
    release propose announce propose unveil detail outline list reiterate reveal disclose estimate
    predict urge demand request order recommend favor favour portray depict characterize characterise
    invoke reference highlight emphasize underscore stress refute rebut dispute contradict deny
    confirm acknowledge claim suggest allege report note admit explain recall recount warn tell ask
    blast bash slam hail commend honor laud plot hint attribute want criticise scold lecture lash
    admonish lament bemoan regret mourn mention indicate consider deem regard view prefer identify
    retract recant withdraw disavow vow pledge promise
    """.split()
)
"""Verbs whose object is what the speaker talks about."""

INFINITIVE_VERBS = frozenset(
    """
    vow pledge promise refuse decline want plan hope urge ask threaten offer agree propose intend demand
    expect claim order call encourage beg implore instruct invite press pressure warn request
    command swear volunteer decide prefer resolve
    """.split()
)
"""Verbs that report with "to" and a verb."""

CHARGING_VERBS = frozenset("accuse suspect convict charge".split())
"""Verbs that report also in the passive with "of" or "with" ("was accused of")."""

ACCUSING_VERBS = frozenset("accuse suspect convict charge warn remind inform assure notify blame".split())
"""Verbs of a person and "of", "with" or "for"."""

PARTICLES = {
    "call": ("for", "on", "upon"),
    "point": ("to", "out"),
    "refer": ("to",),
    "allude": ("to",),
    "talk": ("about",),
    "speak": ("about", "of", "out"),
    "complain": ("about", "of"),
    "lash": ("out",),
    "hint": ("at",),
    "respond": ("to",),
    "reply": ("to",),
    "react": ("to",),
    "object": ("to",),
    "agree": ("with", "on"),
    "disagree": ("with",),
    "apologize": ("for",),
    "apologise": ("for",),
    "boast": ("about", "of"),
    "brag": ("about",),
    "joke": ("about",),
    "comment": ("on",),
    "ask": ("about", "for"),
    "argue": ("for", "against"),
    "push": ("for", "back"),
    "weigh": ("in",),
    "testify": ("about",),
    "worry": ("about",),
    "plead": ("for", "with"),
    "rail": ("against",),
    "protest": ("against",),
    "speculate": ("about", "on"),
    "wonder": ("about",),
    "care": ("about",),
    "lay": ("out",),
    "rule": ("out",),
    "spell": ("out",),
    "single": ("out",),
    "tear": ("into",),
    "tweet": ("out",),
    "rip": ("into",),
    "touch": ("on",),
    "advocate": ("for",),
    "opt": ("for",),
}
"""Particles that belong to the verb; a verb listed here and in no other class needs one of them."""

CUE_NOUNS = {
    "allegation": "alleged",
    "accusation": "alleged",
    "claim": "alleged",
    "assertion": "alleged",
    "charge": "alleged",
    "contention": "alleged",
    "rumor": "alleged",
    "rumour": "alleged",
    "insinuation": "alleged",
    "complaint": "alleged",
    "suspicion": "alleged",
    "assessment": "assessed",
    "belief": "assessed",
    "conclusion": "assessed",
    "judgment": "assessed",
    "judgement": "assessed",
    "opinion": "assessed",
    "suggestion": "assessed",
    "view": "assessed",
    "finding": "assessed",
    "theory": "assessed",
    "argument": "assessed",
    "conviction": "assessed",
    "indication": "assessed",
    "speculation": "possible",
    "estimate": "estimated",
    "projection": "estimated",
    "forecast": "estimated",
    "prediction": "estimated",
    "expectation": "estimated",
    "calculation": "estimated",
    "warning": "warned",
    "fear": "warned",
    "concern": "warned",
    "worry": "warned",
    "threat": "warned",
    "denial": "denied",
    "statement": "asserted",
    "announcement": "asserted",
    "report": "asserted",
    "declaration": "asserted",
    "promise": "asserted",
    "pledge": "asserted",
    "vow": "asserted",
    "assurance": "asserted",
    "insistence": "asserted",
    "admission": "asserted",
    "acknowledgment": "asserted",
    "acknowledgement": "asserted",
    "confirmation": "asserted",
    "revelation": "asserted",
    "testimony": "asserted",
    "remark": "asserted",
    "comment": "asserted",
    "proposal": "asserted",
    "demand": "asserted",
    "call": "asserted",
    "request": "asserted",
    "hope": "asserted",
    "decision": "asserted",
    "message": "asserted",
    "evidence": "assessed",
    "criticism": "asserted",
    "proof": "assessed",
    "sign": "assessed",
    "notion": "assessed",
    "idea": "assessed",
}
"""Nouns that report where "that" (or, for some, "of" or "to") follows, and the stance they give."""

GONE_BY = frozenset(
    """
    estimate projection forecast prediction expectation calculation assessment allegation accusation rumor
    rumour
    """.split()
)
"""Those of them that, after "according to", give their stance to what is said."""

CUE_ADJECTIVES = {
    "adamant": "asserted",
    "afraid": "warned",
    "angry": "asserted",
    "aware": "asserted",
    "certain": "assessed",
    "concerned": "warned",
    "confident": "assessed",
    "convinced": "assessed",
    "critical": "asserted",
    "doubtful": "unconfirmed",
    "eager": "asserted",
    "fearful": "warned",
    "hopeful": "asserted",
    "optimistic": "assessed",
    "pessimistic": "assessed",
    "proud": "asserted",
    "reluctant": "asserted",
    "sceptical": "unconfirmed",
    "skeptical": "unconfirmed",
    "supportive": "asserted",
    "sure": "assessed",
    "unaware": "unconfirmed",
    "unconvinced": "unconfirmed",
    "unsure": "unconfirmed",
    "wary": "assessed",
    "worried": "warned",
}
"""Adjectives that, behind a form of "be", report what their subject holds, and the stance they give."""

UNKNOWN = frozenset("know clear certain unclear uncertain unknown determine confirm decide".split())
"""Words that, behind "it is" (denied where they deny nothing themselves), tell what nobody knows."""

UNKNOWN_ADJECTIVES = {"clear": False, "certain": False, "unclear": True, "uncertain": True, "unknown": True}
"""Adjectives of such, and whether they deny by themselves."""

STILL = frozenset("yet on at by late early as after several investigation".split())
"""What may stand behind such an adjective that ends a statement: "was unclear on Monday"."""

OPEN_THINGS = frozenset(
    """
    cause causes motive motives reason reasons whereabouts identity identities fate extent number numbers
    origin origins circumstances location condition conditions toll source nationality nationalities owner
    ownership target targets scale size culprit perpetrator perpetrators purpose effect effects
    """.split()
)
"""What is asked after when something happened, and may be told of as not known: "the cause is unclear"."""

ADJECTIVE_LINKS = {
    "that": "",
    "about": "",
    "of": "",
    "to": "eager reluctant",
    "whether": "unsure",
    "if": "unsure",
}
"""What has to follow such an adjective; with "to" and "whether" only after the ones named."""

LINKING_VERBS = frozenset("feel feels felt remain remains remained seem seems".split())
"""Verbs that, like "be", may stand before such an adjective."""

LEADING_UP = frozenset("comment respond reply react speak talk".split())
"""Verbs whose -ing form beside a report only tells what it is on: "Commenting on the deal, Ruiz said"."""

LACKED = frozenset("evidence proof sign indication suggestion".split())
"""Those of them of which a text says that there are none, so that what they are of is left open."""

LACKED_OF = frozenset({"evidence", "proof"})
"""Those of these that "of" or "for" ties to it too ("no evidence of fraud", not "no sign of the boat")."""

FINDING = frozenset(
    """
    found find finds seen saw see emerged emerge emerges surfaced uncovered discovered produced produce
    produces offered offer offers presented present presents provided provide provides given give gives gave
    shown show shows supplied supply cited cite had have has come turned brought forward
    """.split()
)
"""What was not done with evidence where there is none: it was not found, did not emerge, was not offered."""

BEARING_OUT = frozenset(
    """
    support suggest show prove indicate confirm substantiate corroborate establish demonstrate verify back
    bear justify
    """.split()
)
"""What evidence would do: "no evidence to support the claim", "nothing to suggest that"."""

STRONG_CUE_NOUNS = frozenset(
    """
    allegation accusation claim assertion contention insinuation warning assessment estimate statement
    announcement declaration denial pledge promise vow prediction projection forecast assurance
    insistence suggestion argument belief proposal criticism complaint call demand remark comment
    """.split()
)
"""Nouns that report with a named speaker before them also where no "that" follows ("Lima's denial of")."""

FINITE_ONLY = frozenset("refer allude see find know support favor favour".split())
"""Verbs whose -ing form mostly tells what a phrase is about, not what is said."""

INFINITIVE_CUES = frozenset(
    """
    say tell call discuss endorse support defend question talk explain describe comment attack argue note
    suggest insist emphasize urge praise criticize criticise portray persuade convince express condemn
    declare announce reject oppose claim warn admit acknowledge highlight point denounce blame
    """.split()
)
"""Verbs that mostly report also as an infinitive ("used the hearing to defend the plan")."""

BEFORE_INFINITIVE = frozenset("on continued continue continues quick came come".split())
"""Words after which an infinitive tells what was said: "went on to say", "was quick to add"."""

BEFORE_SPEECH = frozenset(
    """
    continuing likely trying tried try tries eager ready poised failed struggled struggling struggle seemed
    seems appeared appears attempting attempted began begun begins beginning started rushed expected used set
    hastened careful sought seeks seeking scheduled
    """.split()
)
"""Words after which it tells so if the verb is one of `INFINITIVE_CUES`: "is expected to announce"."""

VERB_STANCES = {
    "allege": "alleged",
    "accuse": "alleged",
    "claim": "alleged",
    "charge": "alleged",
    "blame": "alleged",
    "suspect": "alleged",
    "insinuate": "alleged",
    "estimate": "estimated",
    "put": "estimated",
    "project": "estimated",
    "forecast": "estimated",
    "predict": "estimated",
    "reckon": "estimated",
    "expect": "estimated",
    "anticipate": "estimated",
    "guess": "estimated",
    "assess": "assessed",
    "conclude": "assessed",
    "believe": "assessed",
    "think": "assessed",
    "suggest": "assessed",
    "indicate": "assessed",
    "argue": "assessed",
    "judge": "assessed",
    "consider": "assessed",
    "deem": "assessed",
    "assume": "assessed",
    "feel": "assessed",
    "contend": "assessed",
    "imply": "assessed",
    "seem": "assessed",
    "appear": "assessed",
    "regard": "assessed",
    "view": "assessed",
    "determine": "assessed",
    "doubt": "unconfirmed",
    "figure": "assessed",
    "speculate": "possible",
    "wonder": "possible",
    "warn": "warned",
    "caution": "warned",
    "fear": "warned",
    "worry": "warned",
    "threaten": "warned",
    "deny": "denied",
    "reject": "denied",
    "refute": "denied",
    "rebut": "denied",
    "dispute": "denied",
    "dismiss": "denied",
    "contradict": "denied",
    "contest": "denied",
    "retract": "denied",
    "recant": "denied",
    "withdraw": "denied",
    "disavow": "denied",
    "decline": "declined",
    "refuse": "declined",
}
"""The stance that a verb gives where the words around it say nothing else; all other verbs assert."""

NAMING_VERBS = frozenset(
    "call describe dub label term brand consider deem view see regard portray declare".split()
)
"""Verbs by which something is named or described."""

DISCLOSING_VERBS = frozenset("announce report confirm disclose reveal declare".split())
"""Verbs that, in the passive, also report with nobody named ("two arrests were announced")."""

VALUING_VERBS = frozenset({"put"})
"""Verbs that report with a thing and "at" with a number ("put the death toll at 14")."""

ANNOUNCING_VERBS = frozenset("say write report note state tweet post add explain continue argue".split())
"""Verbs that, before a colon, announce the next paragraph though no quotation marks stand around it."""

SEEMING_VERBS = frozenset("seem appear".split())
"""Verbs by which a writer tells what looks so, with nobody named for it."""

HEDGING_AUXILIARIES = frozenset("will would could may might should can".split())
"""Auxiliaries that make of "appear" and "seem" no more than a supposition."""

WITHHOLDING_VERBS = frozenset("say disclose reveal specify explain".split())
"""Verbs that, denied, tell of silence only before a question ("would not say how")."""

TELLING_VERBS = frozenset({"tell", "inform"})
"""The same, with whoever is not told in between ("would not tell us whether")."""

REPLYING_VERBS = frozenset("comment respond elaborate reply answer".split())
"""Verbs that, denied, tell of silence by themselves ("would not comment")."""

DENIABLE_VERBS = frozenset(
    """
    comment confirm respond discuss believe think elaborate expect reply answer mention want know endorse
    support offer plan seek identify understand care talk release apologize apologise address oppose feel
    recognize recognise intend see agree
    """.split()
)
"""Verbs that report also when denied ("does not believe that")."""

SILENT_VERBS = REPLYING_VERBS | frozenset(
    "mention discuss offer identify talk release apologize apologise address".split()
)
"""Those of them that, denied, tell of silence."""

NEGATED_ONLY_VERBS = frozenset("name verify corroborate authenticate".split())
"""Verbs that report only where they are negated: "would not name her", "could not verify it"."""

DISBELIEVING_VERBS = frozenset(
    "believe think expect feel predict forecast anticipate seem appear consider envisage foresee".split()
)
"""Verbs that, denied, tell of a judgment that something is not so."""

VERIFYING_VERBS = frozenset("confirm verify corroborate authenticate".split())
"""Verbs of establishing what another has said."""

REFUSING_VERBS = frozenset("decline refuse".split())
"""Verbs by which somebody will not talk."""

POINTING = frozenset("this that these those it them none neither both all much little some of".split())
"""Words of which a subject is made that stands for what was just said ("none of these", "all of this")."""

LABELS = frozenset(
    """
    accusation accusations account accounts allegation allegations assertion assertions assessment charge
    charges claim claims estimate estimates figure figures number numbers report reports statement statements
    sum suggestion toll total version versions
    """.split()
)
"""What a writer calls something that was said, and may then add that it is not established."""

LIKE_ADJECTIVES = frozenset("promise defend attack demand worry question know protest condemn view".split())
"""Verbs whose -ing form before a bare noun mostly describes it ("a promising start")."""

UNSHOWN_VERBS = frozenset(
    """
    suggest indicate show prove demonstrate find determine establish conclude predict forecast admit
    acknowledge concede announce
    """.split()
)
"""Verbs that, denied, tell something only where a clause follows ("no evidence shows that")."""

NAMING_NOTHING = frozenset("disclose reveal specify explain admit acknowledge".split())
"""Verbs that, denied, tell of silence also before a thing ("did not disclose the price")."""

PUZZLED_VERBS = frozenset("understand see feel care remember realise realize imagine".split())
"""Verbs of thought that, denied of "I" or "he", only tell of a feeling."""

UNSURE_WHEN_NEGATED = frozenset(
    """
    confirm verify corroborate authenticate know aware believe think expect feel see understand recognise
    recognize suggest indicate show prove demonstrate find determine establish conclude predict forecast
    seem appear agree clear certain unclear uncertain unknown decide
    """.split()
)
"""Words that, denied, tell that something is not known or not held; it is not thereby said to be untrue."""

WITHHELD_VERBS = frozenset(
    """
    say said name named identify identified comment commented elaborate elaborated disclose disclosed reveal
    revealed specify specified confirm confirmed discuss discussed explain explained provide provided give
    given
    """.split()
)
"""What somebody would not do who told the rest ("but would not name her")."""

NOBODY = frozenset("no nobody none neither nothing few little".split())
"""What a subject opens with that tells of nobody, or of hardly anybody."""

COUNTING = frozenset("a the first next last past final other only these those their his her its".split())
"""Words before "few" by which it counts some, and does not tell of hardly any ("the first few")."""

NEAR_NEGATIONS = frozenset("hardly scarcely barely rarely seldom".split())
"""Adverbs that come to a negation."""

AT_FIRST = frozenset("immediately initially instantly yet".split())
"""What makes a refusal to answer one of its hour ("did not immediately comment", "has not yet replied")."""

NOT_ALL = frozenset("a one all every everyone everybody many".split())
"""What opens a subject that "not" before it negates ("not one of the witnesses", "not all experts")."""

FRONTED_NEGATIONS = NEAR_NEGATIONS | frozenset("nor neither never not".split())
"""What, before an auxiliary and its subject, negates the verb ("nor did the mayor say")."""

FAILING_VERBS = frozenset("failed fails fail failing".split())
AVOIDING = frozenset("without avoid avoids avoided avoiding".split())
"""Words before an -ing form that was not done ("left without saying")."""

POSSIBILITY = frozenset("possible impossible".split())
"""Words before "to" by which, denied, nobody could do what follows ("it was not possible to verify")."""

UNABLE = frozenset("unable unwilling".split())
"""Words before "to" after which what follows was not done ("failed to say", "was unable to confirm")."""

DOCUMENT_NOUNS = frozenset(
    """
    statement report letter memo tweet post message video footage photo photos photograph photographs
    image images document documents analysis assessment evidence data figures study survey poll op-ed
    article editorial note release email warning order ruling indictment affidavit complaint lawsuit
    resolution paper ad advertisement speech press bulletin advisory communique communiqué dossier recording
    transcript
    """.split()
)
"""Things through which somebody speaks."""

ISSUING_VERBS = frozenset(
    """
    issue release publish post send write circulate declassify produce file put tweet share deliver give
    show present cite air broadcast unveil provide submit make sign read receive obtain have
    """.split()
)
"""What one does with them."""

RELEASING_VERBS = frozenset("release issue unveil".split())
"""Verbs that report only with a document or a reporting noun as object ("issued a warning")."""

REPORTING_ADVERBS = {
    "allegedly": "alleged",
    "purportedly": "alleged",
    "supposedly": "alleged",
    "reportedly": "alleged",
}
"""Adverbs that say that somebody unnamed says so."""

CORE_VERBS = frozenset(
    """
    say tell add note argue insist explain write state claim announce declare acknowledge admit concede
    confirm reveal warn caution predict report allege accuse deny suggest estimate assess conclude
    believe indicate contend maintain assert testify disclose stress vow pledge
    """.split()
)
"""Verbs that report so plainly that one inside another's words still counts."""

CORRECTION_HINTS = (
    *("version", "edition", "headline", "caption", "correct", "wrongly", "mistakenly", "erroneously"),
    *(
        "inaccurately",
        "falsely",
        "misleadingly",
        "retract",
        "withdr",
        "this article",
        "this story",
        "this report",
    ),
    *("misidentif", "misstate", "misreport", "misdescrib", "misquote", "misattribut", "misnamed", "mislabel"),
    *("recant", "disavow", "to reflect", "to clarify", "to say", "as first", "as originally"),
)
"""One of these stands in any text that takes back or sets right what it said."""
