"""Markings have an order, and what nobody knows is never shown to who may not see everything."""

import pytest

from briefgen.model.marking import TLP, TLP_2, Level, Scheme, mistaken_label

OWN = Scheme((Level("OPEN", "O"), Level("IN CONFIDENCE", "IC"), Level("SECRET", "S")), portions=True)


def test_a_marking_is_known_however_it_is_spelt() -> None:
    assert TLP_2.canonical("tlp: amber+strict") == "TLP:AMBER+STRICT"
    assert TLP_2.canonical("TLP:WHITE") == "TLP:CLEAR"
    assert OWN.canonical("in Confidence") == "IN CONFIDENCE"


def test_the_highest_of_several_is_the_banner() -> None:
    assert TLP_2.highest(["TLP:GREEN", None, "TLP:AMBER"]) == "TLP:AMBER"
    assert TLP_2.highest(["Staff only", "TLP:GREEN"]) == "Staff only · TLP:GREEN"
    assert TLP_2.highest([None]) is None


@pytest.mark.parametrize(("place", "mark"), list(enumerate(TLP)))
def test_what_is_marked_above_the_ceiling_exceeds_it(place: int, mark: str) -> None:
    assert TLP_2.exceeds(mark, "TLP:GREEN") == (place > TLP.index("TLP:GREEN"))


def test_a_marking_that_is_not_in_the_scheme_exceeds_every_ceiling_and_none_exceeds_no_ceiling() -> None:
    assert TLP_2.exceeds("SECRET", "TLP:RED")
    assert not TLP_2.exceeds("SECRET", None)
    assert not TLP_2.exceeds(None, "TLP:CLEAR")


def test_a_portion_bears_the_highest_of_what_it_rests_on() -> None:
    assert OWN.portion(["OPEN", "SECRET", None]) == "S"
    assert OWN.portion([]) == "O"
    assert OWN.portion(["Staff only", "OPEN"]) == "Staff only"


def test_a_mistyped_label_of_tlp_is_told() -> None:
    assert "is no label of TLP 2.0" in str(mistaken_label("TLP:ORANGE"))
    assert mistaken_label("Staff only") is None
