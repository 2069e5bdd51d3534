"""Two groups split their own file row by row and all others by customer; both is neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxlib.columns.mapping import Mapping
from cxlib.stats.all_measures import read_all_measures
from cxlib.tables.linked import Neighbourhood
from cxlib.tables.opened import open_source
from cxlib.tables.sides import (
    Sides,
    held,
    other_values,
    overlap_columns,
    read_overlap,
    value_side,
)
from cxlib.tables.source import BLANK, OTHERS
from cxlib.workspace.segments import SavedSegment
from tests.workspace.conftest import House, house

__all__ = ["house"]

SURVEY = "customer,region,nps\n1,East,10\n1,West,9\n2,East,2\n3,West,7\n4,,6\n5,South,5\n,East,1\n"
CONTRACTS = "customer,months,left\n1,12,no\n2,3,yes\n3,6,no\n4,4,yes\n5,2,no\n9,1,no\n"
LOOSE = "score,plan\n9,a\n3,b\n"


@pytest.fixture
def company(house: House):
    workspace = house.workspace()
    survey = house.dataset(
        workspace,
        SURVEY,
        name="survey.csv",
        mapping=Mapping("survey", (("nps", "nps"), ("customer", "customer"))),
    )
    kept = (("customer", "customer"), ("duration", "months"), ("churned", "left"))
    contracts = house.dataset(
        workspace, CONTRACTS, name="contracts.csv", mapping=Mapping("subscriptions", kept)
    )
    loose = house.dataset(workspace, LOOSE, name="loose.csv")
    return house, Neighbourhood(workspace.datasets()), survey, contracts, loose


def split(company, dataset, sides, ask):
    house, near = company[:2]
    using = (sides.column, *overlap_columns(sides))
    source = open_source(dataset, house.cursor, using=using, around=sides.around(near))
    with held(open_source(dataset, house.cursor), source, sides) as ready:
        return ask(ready)


def cells(sides):
    def ask(source):
        return source.table.order_by("row")[f"c:{sides.column}"].to_pyarrow().to_pylist()

    return ask


def test_a_value_against_all_other_known_values(company):
    _, near, survey, contracts, _ = company
    sides = Sides(
        value_side(survey, "region", "East", near), other_values(survey, "region", "East", near)
    )
    one, other = sides.values
    assert (one, other) == ("region: East", "everyone else")
    # Customer 4 has no known region; the last answer has a region and no customer.
    assert split(company, survey, sides, cells(sides)) == [one, other, one, other, None, other, one]
    # Customer 1 is in both groups, 4 in neither, 9 never answered.
    assert split(company, contracts, sides, cells(sides)) == [None, one, other, None, other, None]
    assert split(company, contracts, sides, lambda s: read_overlap(s, sides)) == 1
    assert split(company, survey, sides, lambda s: read_overlap(s, sides)) == 0


def test_the_measures_of_both_sides_come_out_of_every_file(company):
    _, near, survey, contracts, _ = company
    sides = Sides(
        value_side(survey, "region", "East", near), value_side(survey, "region", "South", near)
    )

    def read(source):
        return read_all_measures(source, by=sides.column, selection=sides.selection)

    (nps,) = split(company, survey, sides, read)
    assert {name: one.total for name, one in nps.groups.items()} == {
        "region: East": 3,
        "region: South": 1,
    }
    (stay,) = split(company, contracts, sides, read)
    assert stay.groups["region: East"].n == 2
    assert stay.groups["region: South"].durations == (2.0,)


def test_everyone_else_of_a_saved_segment_is_every_other_known_customer(company):
    house, near, survey, contracts, loose = company
    saved = SavedSegment("Fans", survey.id, "nps >= 9")
    near = Neighbourhood(near.datasets, (saved,))
    sides = Sides(saved, None)
    company = (house, near, survey, contracts, loose)
    found = split(company, contracts, sides, cells(sides))
    assert found == ["Fans", *[OTHERS] * 5]
    assert sides.names == ("Fans", "everyone else")
    assert sides.split(contracts, near)
    assert not sides.split(loose, near)


def test_names_of_sides_are_their_own(company):
    _, near, survey, _, _ = company
    taken = SavedSegment("region: a/b", survey.id, "nps > 3")
    near = Neighbourhood(near.datasets, (taken,))
    side = value_side(survey, "region", "a|b", near)
    assert "|" not in side.name
    assert side.name != taken.name
    blank = other_values(survey, "region", BLANK, near)
    assert blank.text == "region <> '(blank)'"


ODD = ('5" & "6', "it's", "a|b", "C:\\x", "(others)", "everyone else", "Ümlaut; --", "{x}")


@pytest.mark.parametrize("value", ODD)
def test_any_text_can_be_a_group(house, value):
    rows = [(value, 9), (value, 10), ("plain", 1), ("", 5)]
    quoted = [(f'"{name.replace(chr(34), chr(34) * 2)}"', score) for name, score in rows]
    text = "region,nps\n" + "".join(f"{name},{score}\n" for name, score in quoted)
    workspace = house.workspace()
    survey = house.dataset(
        workspace, text, name="odd.csv", mapping=Mapping("survey", (("nps", "nps"),))
    )
    near = Neighbourhood(workspace.datasets())
    sides = Sides(
        value_side(survey, "region", value, near), other_values(survey, "region", value, near)
    )
    one, other = sides.values
    found = split((house, near), survey, sides, cells(sides))
    assert found == [one, one, other, None]
    sides = Sides(
        value_side(survey, "region", BLANK, near), other_values(survey, "region", BLANK, near)
    )
    one, other = sides.values
    assert split((house, near), survey, sides, cells(sides)) == [other, other, other, one]


def test_two_segments_with_one_definition_leave_nobody_to_compare(company):
    _, _, survey, contracts, _ = company
    sides = Sides(
        SavedSegment("A", survey.id, "region = 'East'"),
        SavedSegment("B", survey.id, "region = 'East'"),
    )
    assert split(company, survey, sides, cells(sides)) == [None] * 7
    assert split(company, survey, sides, lambda s: read_overlap(s, sides)) == 3
    assert split(company, contracts, sides, lambda s: read_overlap(s, sides)) == 2


def test_one_value_of_two_files_is_two_groups(company):
    house, _, survey, _, _ = company
    workspace = house.workspace()
    people = house.dataset(
        workspace,
        "customer,region\n1,East\n3,East\n4,West\n",
        name="people.csv",
        mapping=Mapping("customers", (("customer", "customer"),)),
    )
    near = Neighbourhood(workspace.datasets())
    mine = value_side(survey, "region", "East", near)
    theirs = value_side(people, "region", "East", replace(near, segments=(mine,)))
    assert mine.name != theirs.name
    assert mine.name == theirs.name.strip()
    sides = Sides(mine, theirs)
    found = split((house, near), survey, sides, cells(sides))
    # Customer 1's first answer is in both, the second in the other; nobody knows the last one.
    one, other = sides.values
    assert found == [None, other, one, other, None, None, one]
