"""Nouns for what somebody has said, by which one speaker refers to the words of another."""

REPORTS = (
    r"\b(?:assessments?|claims?|allegations?|accusations?|reports?|statements?|findings?|assertions?|accounts?"
    r"|charges?|intelligence|comments?|remarks?|warnings?|estimates?|figures?|numbers?|evidence|conclusions?|information)\b"
)
