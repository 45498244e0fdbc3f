"""Words that tell how sure a statement is, matched against the words of a cue and of a content."""

from briefgen.language.english.denials import OUTRIGHT_OPENING

UNCONFIRMED = (
    r"\b(?:not|n['’]t|never|un)\s?(?:yet\s|immediately\s|independently\s)*(?:been\s)?(?:be\s)?"
    r"(?:able\s(?:yet\s)?to\s(?:\w+ly\s)?)?"
    r"(?:confirm|verif|corroborat|authenticat|substantiat)(?:y|ied|ed|e)?\b"
    r"|\b(?:cannot|can't|can’t|could\snot|couldn't|couldn’t|unable\sto|impossible\sto|not\s(?:\w+ly\s)?possible\sto)"
    r"\s(?:\w+ly\s|yet\s|be\s|been\s)*"
    r"(?:confirm|verif|corroborat|authenticat|substantiat)(?:y|ied|ed|e)?\b"
    r"|\bunconfirmed\b|\bunverified\b|\bno\s(?:independent\s)?confirmation\b|\byet\sto\sbe\s(?:confirmed|verified)\b"
)
"""The speaker has not been able to establish it."""

DECLINED = (
    r"\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing))\s(?:to\s)?(?:\w+ly\s)?(?:further\s)?"
    r"(?:comment|discuss|say|elaborate|confirm|answer|provide|give|identify|name|specify|speak|talk|disclose|be)\b"
    r"|\b(?:will\snot|won['’]t|would\snot|wouldn['’]t|did\snot|didn['’]t|do\snot|don['’]t|cannot|can['’]t|could\snot"
    r"|couldn['’]t|not\sgoing\sto|have\sno|had\sno|no|not)\s(?:\w+ly\s)?(?:want\sto\s|respond\sto\srequests\sfor\s)?"
    r"(?:comment|be\scommenting|elaborate|discuss|speculate|talk\sabout|get\sinto|go\sinto|answer\squestions)\b"
    r"|\b(?:not\sbe\sable|unable|not\sin\sa\sposition)\sto\s(?:comment|elaborate|discuss)\b"
    r"|\b(?:would\snot|wouldn['’]t|will\snot|won['’]t)\s(?:say|identify|name|disclose|confirm\sor\sdeny)\b"
)
"""The speaker will not talk about it."""

OTHER_REFUSAL = (
    r"to\s(?:\w+ly\s)?(?!be\b|(?:comment|say|tell|talk|speak|answer|respond|reply|discuss|debate|disclose|reveal|name"
    r"|identify|give|provide|share|offer|supply|release|publish|detail|elaborate|expand|specify|quantify|estimate"
    r"|speculate|predict|confirm|deny|verify|explain|describe|address|acknowledge|admit|clarify|state|divulge|testify"
    r"|make|take|go|get|put|characteri[sz]e|rule|commit|engage|weigh|take|return|grant)\b)[a-z]"
)
"""What somebody will not do that is no silence: "refused to concede", "declined to pay"."""

NOT_EITHER = (
    r"\b(?:would|will|do|does|did|could)\s(?:not|neither)\s"
    r"(?:confirm\s(?:or|nor)\sdeny|deny\s(?:or|nor)\sconfirm)\b"
)
"""In a cue, words for an answer refused."""

CANNOT_TELL = (
    r"\b(?:cannot|can't|can’t|could\snot|couldn't|couldn’t|unable\sto|not\s(?:yet\s)?able\sto)\s(?:\w+ly\s|yet\s)*"
    r"(?:say|tell|specify|explain|identify)\b"
)
"""In a cue, words for what the speaker does not know."""

OF_ANOTHER = (
    r"\b(?:which|who|whom|whose)\b[^,;.]*$"
    r"|,\s(?:an?|one|another)\s(?:[\w-]+\s){1,3}(?:that\s)?[^,;.]*$"
    r"|\b(?:an?|the|this|any|some)\s(?:[\w-]+\s){0,2}(?!of\b|in\b|at\b|for\b|by\b|on\b|to\b|from\b|with\b)[\w-]+\s"
    r"(?:that\s)?(?:the|its|his|her|their|he|she|they|it|we)\s(?:(?!of\b)[\w-]+\s){0,3}$"
)
"""What stands before words that tell of another than the speaker: a relative clause, with its pronoun or not,
or a name for what was said ("a figure the company …")."""

FIRST_SENTENCE = (
    r"^.{12,}?\w(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\bGen)(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<!\bCol)"
    r"(?:[.?!][\"”’']*|,[\"”’']+)\s+(?=[\"“‘']?[A-Z])"
)
"""The first sentence of what somebody says, which tells how sure the speaker is of it."""

ASIDE = (
    r"(?<=\w\s)(?:that|which|who)\s(?:\w+ly\s|also\s|then\s|only\s|one\sday\s)?(?:could|may|might)\b"
    r"|(?<=,\s)(?:which|who)\s(?:\w+ly\s|also\s)?(?:could|may|might)\b"
    r"|\b(?:than|how|what|where|why|because|so\sthat|everything|nothing|anything|all)\s"
    r"(?:that\s)?(?:(?!but\b|and\b|so\b)[\w'’-]+\s){1,3}(?:could|may|might)\b"
    r"|\b(?:could|might)\s(?:hear|see|feel|smell|afford|barely|hardly)\b"
    r"|\b(?:as|even|what)\sif\b|\bmatter\sof\s[\"“‘']?if\b"
    r"|\b(?:ask|see|know|wonder|sure|check|find\sout|tell|doubt|unsure|decide|unclear|determine|test|question|care)"
    r"(?:s|ed|ing|es)?\s(?:\w+\s){0,2}?if\b"
    r"|\b(?:knew|known|saw|told|clear|certain)\s(?:\w+\s){0,2}?if\b"
    r"|\bif\s(?:possible|necessary|needed|at\sall|you\slike|you\swill|anyone|only|(?:i|we|you)\s(?:may|might|could|can)|"
    r"(?:i|we)\sremember|memory\sserves|i'?m\s(?:not\smistaken|honest)|truth\sbe\stold)\b"
    r"|\b(?:probability|risks?|chances?|likelihood|danger)\sof\s(?:\w+\s){1,4}?in\sthe\sevent\sof\b"
    r"|\bas\slong\sas\s(?:\w+\s)?(?:\d+|\w+\s(?:hours|days|weeks|months|years))\b"
)
"""Words that hedge not the main clause, but what stands beside it: a question, a comparison, an ability."""

PROVIDED = (
    r"(?<!\bbe\s)(?<!been\s)(?<!ing\s)(?<!have\s)(?<!had\s)(?<!has\s)\b(?:provided|providing|assuming)\s"
    r"(?:that\s)?(?!(?:the|an?|his|her|their|its)\s(?:\w+\s)?(?:role|post|office|presidency|command|control|duties)\b)"
    r"(?:the|an?|it|he|she|they|we|you|i|there|this|these|those|its|his|her|their|our|all|both|no|enough|nobody|nothing)"
)
"""Words that open a condition where a modal stands before them ("will sail provided the wind drops")."""

CONDITIONAL = (
    r"\bif\b(?!\s(?:not|anything|ever)\b)|\bunless\b|\bprovided\sthat\b|\b(?:as|so)\slong\sas\b"
    r"|\b(?:will|would|can|could|may|might|shall|should|must|is\sto|are\sto)\s[^.;]{3,200}?"
    + PROVIDED
    + r"\b"
    r"|^\W*(?:that\s)?" + PROVIDED + r"\b"
    r"|^\W*(?:that,?\s)?(?:had|were)\s(?:the|an?|it|he|she|they|we|i|you|this|that|these|those|its|his|her|their)\s"
    r"[^.;?]{3,160}?\bwould\b"
    r"|\bon\s(?:the\s)?condition\sthat\b(?!\s(?:\w+\s){0,4}(?:named|identified)\b)"
    r"|\b(?:subject\sto|pending|conditional\s(?:up)?on)\s(?:\w+\s){0,3}"
    r"(?:approvals?|consent|agreement|ratification|funding|clearance|votes?)\b"
    r"|\bin\sthe\sevent\s(?:of|that)\b"
    r"|^\W*(?:that\s)?should\s(?!(?:be|have|not|never|also|always|i|we|he|she|they|you|it)\b)(?:[\w'’-]+\s){2,14}?[\w'’-]+,\s"
)
"""It holds under a condition."""

EXPECTED_WOULD = (
    r"\b(?:hop|expect|think|thought|know|knew|believ|said|told|promis|wish|sure|hope|decid|agre|pledg|vow|anticipat)\w*"
    r"\s(?:[\w'’]+\s){1,6}would\b"
    r"|(?<=\w\s)(?:that|which|who)\s(?:\w+ly\s)?would\b"
)
"""A "would" that only looks ahead from the past, or stands in a relative clause."""

ASKED_POLITELY = (
    r"\s(?:\w+ly\s|also\s|just\s|again\s|not\s){0,2}(?:ask|urge|appeal|encourage|advise|request|invite|remind|stress"
    r"|emphasi[sz]e|point\sout|note|suggest|recommend|caution|warn|repeat|reiterate|be\s(?:very\s)?grateful)\b"
)
"""What somebody says by "I would" or "we would" and means at once: "I would ask everyone to stay away"."""

HYPOTHETICAL = (
    r"\bwould\b(?!\s(?:also\s|just\s)?(?:like|love|say|call|argue|add|not\ssay|rather|have\sto\ssay|be\shappy"
    r"|(?:much\s)?have\s(?:much\s)?(?:preferred|liked|loved|wished|wanted|rather))\b)"
    r"(?!(?<=\bi\swould)" + ASKED_POLITELY + r")(?!(?<=\bwe\swould)" + ASKED_POLITELY + r")"
)
"""In direct speech, what would be the case were something so."""

POSSIBLE = (
    r"\b(?:could(?!\snot\b)|(?-i:may)|might)\b"
    r"|\b(?:possibly|perhaps|maybe|potentially|possible\sthat|possibility)\b"
)
"""It may be so; "May" with a capital is the month."""

ASSESSED = (
    r"\bseem(?:s|ed|ing)?\b|\bappear(?:s|ed|ing)?\s(?:to|that|likely|increasingly)\b"
    r"|\b(?:likely|unlikely|probably|apparently|presumably|evidently)\b"
    r"|\b(?:i|we|he|she|they|it)\s(?:\w+ly\s)?(?:believ(?:e|es|ed)|thinks?|suspects?|judges?|assess(?:es|ed)?)\b"
    r"|\b(?:is|are|was|were)\s(?:\w+ly\s)?believed\b"
)
"""The speaker judges that it is so."""

ALLEGED = r"\b(?:allegedly|purportedly|supposedly|reportedly)\b"

ESTIMATED = r"\b(?:estimate[ds]?|estimating|projected)\b"


UNTRUE = (
    r"(?:false|untrue|baseless|unfounded|groundless|nonsense|rubbish|fabricat(?:ed|ions?)|made\sup|made-up"
    r"|invent(?:ed|ions?)|fiction|fantas(?:y|ies)|fake|lies|slander|a\s(?:forgery|lie|hoax|smear|fabrication|fantasy)"
    r"|(?:pure|mere|wild)\sspeculation)"
)

DENIED = (
    r"^(?:that\s)?(?:he|she|they|it|we|i|both|neither)\s(?:\w+\s){0,2}den(?:y|ies|ied)\b"
    r"|^(?:that\s)?(?:both|all)\s(?:[\w-]+\s){1,3}?(?:\w+ly\s|also\s|all\s|has\s|have\s|had\s){0,2}"
    r"den(?:y|ies|ied)\s(?:[\w-]+\s){0,3}?(?:wrongdoing|charges?|allegations?|accusations?|claims?|reports?|involvement|guilt"
    r"|responsibility|knowledge|having|doing|being|that|it|them|this)\b"
    r"|\bno\struth\s(?:in|to)\b"
    r"|^[\"“'‘]*i\s(?:have\s|had\s|['’]ve\s)?never\s(?!(?:thought|imagined|expected|felt|saw|seen|knew|heard|met|forg)\w*)"
    r"|\b(?:is|are|was|were|were\sall|categorically|completely|totally)\s(?:false|untrue|baseless)\b|\bnot\strue\b"
    r"|^[\"“'‘]*(?:that\s)?(?:(?:he|she|they|it|we|i)|(?:his|her|their)\sclients?)\s(?:\w+\s){0,2}"
    r"(?:reject|refut|disput|dismiss)(?:s|es|ed|e)?\s(?:the|this|that|these|those|any|all|such|every)\s(?:\w+\s){0,2}"
    r"(?:suggestion|claim|allegation|accusation|report|idea|notion|charge|account|assertion|insinuation)s?\b"
    r"|^(?:that\s)?(?:his|her|their)\sclients?\s(?:\w+\s){0,2}den(?:y|ies|ied)\b"
    r"|^[\"“'‘]*(?:no[.,!]\s)?(?:that|this|it)(?:\s(?:is|was)|['’]s)\s(?:\w+ly\s)?"
    r"(?:not\s(?:\w+ly\s)?(?:correct|accurate|right|so|the\scase)|incorrect|inaccurate)\b(?!\s(?:to|for)\b)"
    r"|^[\"“'‘]*(?:no[.,!]\s)?(?:that\s)?(?:the|those|these|such|that|this)\s(?:\w+\s)?"
    r"(?:figure|number|claim|report|account|allegation|accusation|statement|stor(?:y|ies))s?\s(?:is|are|was|were)\s"
    r"(?:\w+ly\s|all\s|quite\s|just\s)?(?:wrong|incorrect|inaccurate|not\s(?:true|correct|accurate|right))\b"
    r"|" + OUTRIGHT_OPENING
)
"""The speaker calls something untrue."""

CALLED = (
    r"^[\"“'‘]*(?:(?:the|these|those|such|all|any)\s)?(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?)"
    r"\b[^.;]{0,200}?\b(?:is|are|was|were)\s[\"“'‘]?(?:\w+ly\s|all\s|pure\s){0,2}" + UNTRUE + r"\b"
    r"|^[\"“'‘]*(?:no[.,!]\s)?(?:that|this|it|(?:the|those|these|such|his|her|their|its|all)\s(?:\w+\s){1,4}?)\s?(?:is|are|was|were|['’]s)"
    r"\s[\"“'‘]?(?:\w+ly\s|all\s|pure\s|a\scomplete\s|sheer\s|just\s){0,2}" + UNTRUE + r"\b"
)
"""The speaker calls a report or what was said before untrue."""

CALLED_UNTRUE = (
    r"^(?:this|that|it|these|those|them|(?:the|his|her|their|its|all|any|such)\s(?:[\w'’-]+\s){0,4}?"
    r"(?:claims?|reports?|allegations?|accusations?|charges?|stor(?:y|ies)|statements?|accounts?|suggestions?|rumou?rs?"
    r"|assertions?|letter|document|video|images?|figures?))\s?(?:as\s)?[\"“'‘]?"
    r"(?:\w+ly\s|all\s|pure\s|an?\scomplete\s|sheer\s){0,2}" + UNTRUE + r"\b"
)
"""What somebody calls or describes as untrue: "this 'simply untrue'", "the report as pure fantasy"."""

REFUSABLE = (
    r"(?:an?|the|his|her|its|their|any|all)\s(?:[\w-]+\s){0,2}"
    r"(?:motions?|appeals?|lawsuits?|suits?|cases?|petitions?|bids?|requests?|offers?|proposals?|plans?|deals?|bills?"
    r"|amendments?|applications?|candidates?|ceasefires?|truces?|demands?|calls?|invitations?|nominees?|measures?)\b"
)
"""What somebody turns down who rejects or dismisses it, and does not call untrue."""

DISMISSABLE = (
    r"\b(?:as|claim|report|alleg|accus|suggest|rumou?r|idea|notion|charge|speculat|concern|fear|critici|warning"
    r"|assert|account|stor(?:y|ies)|theor|talk|question|complain|it|this|that|them|those)\w*\b"
)
"""What somebody calls untrue who dismisses it; to dismiss a minister is no denial."""

SURPRISED = r"\bwould\s(?:be|have\sbeen)\s(?:very\s)?surprised\sif\b|\bwould\ssurprise\s(?:me|us)\sif\b"
"""The speaker holds something for unlikely."""

UNTRUE = (
    r"(?:[^.!?\n]{0,120}[.!?]\s+(?:these|those|such|the|all\s(?:of\s)?(?:these|those|the))\s"
    r"(?:reports?|rumou?rs?|claims?|allegations?|stories|accounts?|suggestions?|posts?|messages?))?"
    r"\s(?:is|are|was|were)\s(?:\w+ly\s|all\s|simply\s)?"
    r"(?:untrue|false|baseless|unfounded|groundless|fabricated|nonsense|wrong|incorrect|a\shoax|hoaxes|fake"
    r"|not\s(?:true|correct|accurate|so))\b"
)
"""Behind what is only reported or rumoured, words by which the text itself says that it is not so."""
