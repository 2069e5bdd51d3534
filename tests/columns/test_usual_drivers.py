"""Which ratings are weighed when nobody chose: those with a role, where two or more have one."""

from __future__ import annotations

from cxlib.columns.mapping import Mapping
from cxlib.columns.ratings import Ratings, usual_drivers

FOUND = Ratings(("nps", "food", "signs", "age_group"), ("parking", "trips"))


def test_codes_that_look_like_ratings_are_left_aside_where_ratings_have_roles() -> None:
    roles = (("nps", "nps"), ("rating", "food"), ("rating", "signs"), ("rating", "parking"))
    found = usual_drivers(Mapping("survey", roles), FOUND)
    assert found == Ratings(("nps", "food", "signs"), ("parking",))


def test_all_count_where_fewer_than_two_ratings_have_a_role() -> None:
    roles = (("nps", "nps"), ("rating", "food"), ("rating", "parking"))
    assert usual_drivers(Mapping("survey", roles), FOUND) == FOUND
