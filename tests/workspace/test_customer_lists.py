"""Lists that the app makes are datasets like others: they lend their column, also when masked."""

from __future__ import annotations

import pytest

from cxlib.columns.keys import KeyRules
from cxlib.columns.mapping import HASH, HIDE, Mapping
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import read_score_cube
from cxlib.stats.groups import Group
from cxlib.tables.linked import Neighbourhood
from cxlib.tables.opened import open_source
from cxlib.workspace.customer_lists import ListPlan, made_lists, save_list

SURVEY = "customer,nps\n007,10\n 8 ,9\nAnn@X.com,2\nann@x.com,10\nzoe,0\n"
PLAN = ListPlan("Clusters of shop", "cluster", "all customers")
GROUPS = {"007": "Often", "8": "Seldom", "ANN@X.com": "Often"}


def scores_by(house, workspace, dataset, column):
    around = Neighbourhood(workspace.datasets(), (), KeyRules())
    now = next(one for one in around.datasets if one.id == dataset.id)
    source = open_source(now, house.cursor, using=[column], around=around)
    found = read_score_cube(source, score="nps", by=[column]).counts
    return {group.value: counts.total for group, counts in found.items() if group != Group()}


@pytest.mark.parametrize("masked", [None, HASH, HIDE])
def test_a_saved_list_splits_other_files_by_the_customer(house, masked):
    workspace = house.workspace()
    mapping = Mapping("survey", (("nps", "nps"), ("customer", "customer")))
    if masked:
        mapping = mapping.with_personal("customer", masked)
    survey = house.dataset(workspace, SURVEY, mapping=mapping)
    plan = ListPlan(PLAN.name, PLAN.column, PLAN.origin, masked)
    made = save_list(workspace, house.cursor, GROUPS, plan)
    assert scores_by(house, workspace, survey, "Clusters of shop: cluster") == {
        "Often": 3,
        "Seldom": 1,
        "(blank)": 1,
    }
    shown = open_source(made.dataset, house.cursor).table["c:customer"].to_pyarrow().to_pylist()
    assert set(GROUPS).isdisjoint(shown) == bool(masked)


def test_saved_again_it_replaces_what_stood_there(house):
    workspace = house.workspace()
    first = save_list(workspace, house.cursor, GROUPS, PLAN)
    again = save_list(workspace, house.cursor, {"8": "Often"}, PLAN)
    assert again.dataset.id == first.dataset.id
    assert [one.name for one in workspace.datasets()] == [PLAN.name]
    assert again.dataset.rows == 1
    (kept,) = made_lists(workspace)
    assert (kept.origin, kept.column, kept.customers) == ("all customers", "cluster", 1)
    assert kept.made >= first.made.replace(microsecond=0)
    same = save_list(workspace, house.cursor, {"8": "Often"}, PLAN)
    assert len(same.dataset.loads) == 1
    hidden = ListPlan(PLAN.name, "group", PLAN.origin, HIDE)
    renamed = save_list(workspace, house.cursor, {"8": "Often"}, hidden)
    assert renamed.dataset.columns == ("customer", "group")
    assert renamed.dataset.mapping.personal == (("customer", HIDE),)


def test_a_file_of_the_analyst_is_never_replaced(house):
    workspace = house.workspace()
    mapping = Mapping("survey", (("nps", "nps"),))
    house.dataset(workspace, SURVEY, name=PLAN.name, mapping=mapping)
    save_list(workspace, house.cursor, {"8": "Often"}, PLAN)
    made = save_list(workspace, house.cursor, GROUPS, PLAN)
    assert made.dataset.name == "Clusters of shop (2)"
    assert len(workspace.datasets()) == 2
    workspace.delete(made.dataset)
    assert made_lists(workspace) == ()


def test_an_empty_list_is_refused(house):
    with pytest.raises(NotEnoughData, match="at least 1 customer"):
        save_list(house.workspace(), house.cursor, {}, PLAN)
