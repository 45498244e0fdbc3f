"""Words by which somebody is told of who gave no answer."""

REACHING = frozenset(("reached", "contacted", "located"))
"""What one could not do with whom one wanted to ask."""

AT_HAND = frozenset(("available", "unavailable"))
OUT_OF_HAND = "unavailable"

RETURNING = frozenset("return returns returned answer answered acknowledge acknowledged".split())
"""What somebody does not do with a message."""

GIVING = frozenset(
    """
    have has had make makes made give gives gave given offer offers offered provide provides provided release
    releases released issue issues issued
    """.split()
)
"""Verbs with which no answer is given."""

HAVING = frozenset(("have", "has", "had"))
"""Of these verbs, those that tell of an answer only with few nouns: "had no comment", not "had no reason"."""

HELD = frozenset("comment comments details information timetable specifics".split())
"""Such nouns."""

BEHIND = frozenset(". , ; on at by late early over when and but".split())
"""What may stand right behind "could not be reached"."""

NONE = frozenset(("no", "little", "few"))

MESSAGES = frozenset(
    """
    call calls message messages email emails e-mail e-mails text texts request requests inquiry inquiries
    enquiry enquiries letter letters voicemail voicemails phone telephone
    """.split()
)
"""What is sent by who wants an answer."""

WANTED = frozenset("comment comments interview interviews questions response reply".split())
"""What one is reached, or at hand, for."""

REPLIES = frozenset("comment comments response reaction reply word".split())
"""What there is none of from whom one asked."""

ASKED = frozenset("asked questioned pressed quizzed contacted approached reached queried".split())
"""What was done with whoever then gave no answer: "Asked about the lifeboats, Low declined to comment"."""

TOPICS = frozenset("about on regarding concerning over".split())
"""What ties what they were asked to it."""

ANSWERS = frozenset(
    """
    comment comments detail details reason reasons explanation explanations response reply answer answers
    information timetable timeline timeframe breakdown specifics particulars elaboration clarification
    """.split()
)
"""Answers that somebody does not give."""

ANSWERING = frozenset("say speak talk reached answer anything more further questions requests".split())
"""Words that, beside these, make up a refusal which does not tell what it is of: "refused to say more"."""

GOING_ON = frozenset("when after before while as because since until although though but".split())
"""Words with which a sentence goes on to something else."""
