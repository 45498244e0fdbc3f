"""Words by which one speaker refers to what another has said, and by which a text takes it back."""

REPORTS = (
    r"\b(?:assessments?|claims?|allegations?|accusations?|reports?|statements?|findings?|assertions?|accounts?"
    r"|charges?|intelligence|comments?|remarks?|warnings?|estimates?|figures?|numbers?|evidence|conclusions?|information|forecasts?|predictions?|projections?)\b"
)

REVISIONS = frozenset("revised corrected retracted withdrew withdrawn amended recanted".split())
"""Words by which a text takes back what it has just reported."""
