"""The sample briefs are what they are called."""

import pytest

from briefgen.checks import check_brief
from briefgen.model.marking import TLP_2
from briefgen.proofs.contrast import contrast, over
from briefgen.proofs.samples import SAMPLES, sample


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_a_faithful_brief_and_always_the_same(name: str) -> None:
    brief = sample(name, TLP_2, None)
    check_brief(brief)
    assert brief == sample(name, TLP_2, None)


def test_the_samples_are_small_large_empty_and_hostile() -> None:
    small, large, empty, hostile = (sample(name, TLP_2, None) for name in SAMPLES)
    assert 10 <= len(small.claims) <= 20
    assert {"alleged", "denied", "declined", "unconfirmed", "conditional"} <= {
        one.stance for one in small.claims
    }
    assert min(len(small.figures), len(small.timeline), len(small.outlook), len(small.gaps)) >= 3
    assert len(large.claims) >= 200
    assert not empty.claims
    assert "<script>" in "".join(source.title or "" for source in hostile.sources)
    assert max(len(word) for one in hostile.evidence for word in one.quote.split()) > 300


def test_a_sample_is_marked_as_high_as_its_audience_may_see() -> None:
    assert sample("small", TLP_2, "TLP:GREEN").marking == "TLP:GREEN"
    assert sample("small", TLP_2, None).marking == "TLP:RED"


def test_contrast_is_counted_as_wcag_does() -> None:
    black, white = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast((0x76 / 255,) * 3, white) == pytest.approx(4.54, abs=0.01)
    assert over(black, 0.5, white) == (0.5, 0.5, 0.5)
