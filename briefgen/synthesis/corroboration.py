"""How far a claim stands: the status that follows from who else speaks to it.

The rules are those of `docs/statuses.md`; a test holds the two together.
"""

import re

from briefgen.language.english.denials import CHARGING, FORMAL_CHARGE
from briefgen.model.brief import Status, Verification
from briefgen.synthesis.replies import Replies
from briefgen.synthesis.voices import Voice


def status_of(voice: Voice, replies: Replies) -> Status:
    """The first rule that holds, of `docs/statuses.md`."""
    stance = voice.found.stance
    if stance == "conditional":
        return "conditional"
    formal = stance == "alleged" and _is_formal_charge(voice)
    if (replies.denied and not formal) or voice.found.retracted:
        return "denied"
    if replies.unconfirmed or (stance == "alleged" and not formal):
        return "unconfirmed"
    return "reported"


def _is_formal_charge(voice: Voice) -> bool:
    """Whether the source tells that somebody "has been charged with" a deed, which is its own report.

    So does "prosecutors charged him": that they did is so, whatever is said of the deed.
    """
    cues = [cue.of(voice.source.text) for cue in voice.found.cue]
    pattern = CHARGING if voice.found.speaker else FORMAL_CHARGE
    return any(re.search(pattern, cue, re.IGNORECASE) for cue in cues)


def verification(finding: str, claims: tuple[str, ...], status: Status, replies: Replies) -> Verification:
    """Who stands for and against the claims of a finding."""
    return Verification(
        finding=finding,
        status=status,
        origins=1,
        asserted=claims,
        denied=replies.denied,
        declined=replies.declined,
        unconfirmed=replies.unconfirmed,
    )
