"""How far a claim stands: the status that follows from who else speaks to it.

The rules are those of `docs/statuses.md`; a test holds the two together.
"""

from briefgen.model.brief import Status, Verification
from briefgen.synthesis.replies import Replies
from briefgen.synthesis.voices import Voice


def status_of(voice: Voice, replies: Replies) -> Status:
    """The first rule that holds, of `docs/statuses.md`."""
    stance = voice.found.stance
    if stance == "conditional":
        return "conditional"
    if replies.denied:
        return "denied"
    if replies.unconfirmed or stance == "alleged":
        return "unconfirmed"
    return "reported"


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
