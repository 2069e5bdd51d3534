"""What datasets lend each other: borrowed columns and saved segments never change the rows."""

from __future__ import annotations

import pytest

from cxlib.columns.keys import KeyRules
from cxlib.columns.mapping import HASH, HIDE, Mapping
from cxlib.errors import BadOption, CxError
from cxlib.stats.asked import read_life_table, read_score_cube
from cxlib.stats.groups import Group
from cxlib.stats.matches import read_matches, unmatched
from cxlib.tables.filter_text import parse_filter
from cxlib.tables.filters import holds
from cxlib.tables.linked import Neighbourhood, segment_name
from cxlib.tables.opened import open_source
from cxlib.tables.selection import Condition, Selection
from cxlib.workspace.segments import (
    SavedSegment,
    delete_segment,
    key_rules,
    save_key_rules,
    save_segment,
    saved_segments,
)
from tests.workspace.conftest import House, house

__all__ = ["house"]

SURVEY = "customer,nps\n007,10\n 8 ,9\nAnn@X.com,2\nann@x.com,10\n,6\nzoe,0\n"
LIST = "customer,city\n7,Bogor\n8,Medan\nANN@x.com,Ipoh\nmax,Ipoh\n"
CONTRACTS = "customer,months,left\n0007,12,no\n8,3,yes\nann@x.com,6,no\nold,4,yes\n"


@pytest.fixture
def company(house: House):
    workspace = house.workspace()
    made = {
        "survey": house.dataset(
            workspace,
            SURVEY,
            name="survey.csv",
            mapping=Mapping("survey", (("nps", "nps"), ("customer", "customer"))),
        ),
        "people": house.dataset(
            workspace,
            LIST,
            name="people.csv",
            mapping=Mapping("customers", (("customer", "customer"),)),
        ),
        "contracts": house.dataset(
            workspace,
            CONTRACTS,
            name="contracts.csv",
            mapping=Mapping(
                "subscriptions",
                (("customer", "customer"), ("duration", "months"), ("churned", "left")),
            ),
        ),
    }
    return house, workspace, made


def opened(company, name, *using):
    house, workspace, made = company
    around = Neighbourhood(workspace.datasets(), saved_segments(workspace), key_rules(workspace))
    dataset = next(one for one in around.datasets if one.id == made[name].id)
    return open_source(dataset, house.cursor, using=using, around=around)


def cells(source, column):
    table = source.table.order_by("row")
    return table[f"c:{column}"].to_pyarrow().to_pylist()


def test_a_column_of_the_customer_list_splits_a_survey(company):
    source = opened(company, "survey", "people: city", "nps")
    assert cells(source, "people: city") == ["Bogor", "Medan", "Ipoh", "Ipoh", None, None]
    assert source.columns[-1] == "people: city"
    cube = read_score_cube(source, score="nps", by=["people: city"])
    assert cube.counts[Group("people: city", "Ipoh")].total == 2
    assert cube.coverage.rows == 6
    kept = read_score_cube(
        source, score="nps", selection=Selection((Condition("people: city", ("Ipoh",)),))
    )
    assert (kept.coverage.used, kept.coverage.rows) == (2, 6)


def test_a_list_that_would_multiply_rows_lends_nothing(company):
    house, workspace, made = company
    twice = LIST + "0008,Jambi\n"
    made["twice"] = house.dataset(
        workspace, twice, name="twice.csv", mapping=made["people"].mapping
    )
    with pytest.raises(BadOption, match=r"one row a customer .* and 1\s"):
        opened(company, "survey", "twice: city")
    # With zeros that matter, 8 and 0008 are two customers.
    save_key_rules(workspace, KeyRules(zeros=False))
    assert cells(opened(company, "survey", "twice: city"), "twice: city")[0] is None


def test_a_segment_of_a_survey_splits_the_contracts_of_the_same_customers(company):
    _, workspace, made = company
    save_segment(workspace, SavedSegment("Promoters", made["survey"].id, "nps >= 9"))
    name = segment_name("Promoters")
    # Ann answered twice, once as a promoter: she is in.
    assert cells(opened(company, "contracts", name), name) == [
        "Promoters", "Promoters", "Promoters", "(others)",
    ]  # fmt: skip
    table = read_life_table(opened(company, "contracts", name), by=[name])
    assert table.lives[Group(name, "Promoters")].n == 3
    # In its own dataset a segment is its filter, row by row.
    assert cells(opened(company, "survey", name), name)[2:4] == ["(others)", "Promoters"]


def test_rows_without_a_customer_are_in_no_segment_of_another_dataset(company):
    _, workspace, made = company
    save_segment(workspace, SavedSegment("Long", made["contracts"].id, "months >= 6"))
    name = segment_name("Long")
    found = cells(opened(company, "survey", name), name)
    assert found == ["Long", "(others)", "Long", "Long", None, "(others)"]


def test_two_segments_are_compared_without_the_rows_in_both(company):
    _, workspace, made = company
    save_segment(workspace, SavedSegment("High", made["survey"].id, "nps >= 9"))
    save_segment(workspace, SavedSegment("Known", made["survey"].id, "customer = 'zoe' or nps = 9"))
    name = segment_name("High", "Known")
    found = cells(opened(company, "survey", name), name)
    assert found == ["High", None, None, "High", None, "Known"]


def test_a_segment_can_rest_on_borrowed_columns_and_on_other_segments(company):
    _, workspace, made = company
    save_segment(workspace, SavedSegment("Ipoh", made["survey"].id, "\"people: city\" = 'Ipoh'"))
    save_segment(
        workspace, SavedSegment("Both", made["survey"].id, "\"segment: Ipoh\" = 'Ipoh' and nps > 8")
    )
    name = segment_name("Both")
    assert cells(opened(company, "survey", name), name)[2:4] == ["(others)", "Both"]
    # The column that a segment rests on can be asked for beside it.
    beside = opened(company, "survey", name, "people: city")
    assert cells(beside, name)[2:4] == ["(others)", "Both"]
    assert cells(beside, "people: city")[3] == "Ipoh"
    assert cells(opened(company, "contracts", name), name)[2] == "Both"
    # One that names itself is no segment, and says so.
    save_segment(workspace, SavedSegment("Ipoh", made["survey"].id, "\"segment: Both\" = 'Both'"))
    with pytest.raises(CxError):
        opened(company, "survey", name)


def test_an_unknown_segment_says_what_there_is(company):
    _, workspace, made = company
    save_segment(workspace, SavedSegment("High", made["survey"].id, "nps >= 9"))
    with pytest.raises(BadOption, match=r"no saved segment 'Low'.*High"):
        opened(company, "survey", segment_name("Low"))
    delete_segment(workspace, "High")
    assert saved_segments(workspace) == ()
    with pytest.raises(BadOption, match="needs a name"):
        save_segment(workspace, SavedSegment("a | b", made["survey"].id, "nps >= 9"))


def test_a_saved_segment_changes_the_key_of_every_dataset(company):
    _, workspace, made = company
    before = {one.key for one in workspace.datasets()}
    save_segment(workspace, SavedSegment("High", made["survey"].id, "nps >= 9"))
    assert not before & {one.key for one in workspace.datasets()}


def test_pseudonyms_still_join_and_show_no_customer(company):
    house, workspace, made = company
    hidden = made["survey"].mapping.with_personal("customer", HASH)
    workspace.remap(made["survey"], hidden, cursor=house.cursor)
    source = opened(company, "survey", "people: city")
    assert cells(source, "people: city")[:3] == ["Bogor", "Medan", "Ipoh"]
    shown = source.table.order_by("row").customer.to_pyarrow().to_pylist()
    # What is written differently stays different; only joins look past capitals.
    assert len(set(shown)) == 6
    assert shown[4] is None
    assert not {"007", "8", "zoe", "ann@x.com"} & set(shown)
    assert cells(source, "customer") == shown


def test_match_rates_against_sets(company):
    rules = KeyRules()
    sources = {name: opened(company, name) for name in ("survey", "people", "contracts")}
    found = read_matches(sources, rules)
    people = {
        "survey": {"7", "8", "ann@x.com", "zoe"},
        "people": {"7", "8", "ann@x.com", "max"},
        "contracts": {"7", "8", "ann@x.com", "old"},
    }
    assert {name: keys.customers for name, keys in found.keys.items()} == {
        name: len(keys) for name, keys in people.items()
    }
    assert found.both == {
        (one, other): len(people[one] & people[other]) for one in people for other in people
    }
    assert found.share("survey", "contracts") == 0.75
    survey = found.keys["survey"]
    assert (survey.spellings, survey.rows, survey.unknown) == (5, 6, 1)
    lost = unmatched(sources["survey"], sources["contracts"], rules=rules, limit=9)
    assert lost.to_pyarrow().to_pylist() == [{"customer": "zoe", "rows": 1}]


def test_lists_of_the_same_name_are_told_apart_by_their_ending(company):
    house, workspace, made = company
    house.dataset(workspace, LIST, name="people.tsv", mapping=made["people"].mapping)
    around = Neighbourhood(workspace.datasets())
    names = around.names_for(made["survey"])
    assert set(names) == {"people.csv: city", "people.tsv: city"}


@pytest.mark.parametrize("name", ["(others)", "(Blank)", "promoters"])
def test_a_segment_needs_a_name_that_means_nothing_else(company, name):
    _, workspace, made = company
    save_segment(workspace, SavedSegment("Promoters", made["survey"].id, "nps >= 9"))
    with pytest.raises(BadOption, match="another name"):
        save_segment(workspace, SavedSegment(name, made["survey"].id, "nps >= 9"))


def test_a_filter_cannot_find_out_hidden_numbers(company):
    house, workspace, made = company
    hidden = made["survey"].mapping.with_personal("nps", HIDE)
    workspace.remap(made["survey"], hidden, cursor=house.cursor)
    source = opened(company, "survey")
    for text in ("nps >= 9", "nps = 10", "nps between 9 and 10"):
        where = parse_filter(text, source.columns)
        assert source.table.filter(holds(source, source.table, where)).count().execute() == 0
