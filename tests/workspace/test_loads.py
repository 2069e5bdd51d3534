"""Adding next month's file: what is new, what was there, what changed; and undoing it."""

from __future__ import annotations

import pytest

from cxlib.columns.mapping import Mapping, Reading, Split
from cxlib.errors import BadOption
from cxlib.tables.opened import open_source
from cxlib.tables.orders import orders
from cxlib.tables.question import read_coverage
from cxlib.tables.surveys import answers
from tests.workspace.conftest import House

ORDERS = Mapping("transactions", (("customer", "who"), ("ordered", "day"), ("amount", "sum")))
MAY = "who,day,sum\na,2025-05-01,10\nb,2025-05-30,20\nb,2025-05-30,20\n"
JUNE = "who,sum,day,shop\nb,20,2025-05-30,\nc,5,2025-06-02,X\n"
PEOPLE = Mapping("customers", (("customer", "id"),))


def both(house: House, first: str, second: str, mapping: Mapping):
    workspace = house.workspace()
    made = house.dataset(workspace, first, mapping=mapping, name="may.csv")
    upload = workspace.add_upload(house.file(second, "june.csv"), name="june.csv")
    return workspace, workspace.append(made, upload, cursor=house.cursor), made


def reasons(house: House, dataset):
    table = open_source(dataset, house.cursor).table.order_by("row")
    return table.select("load", "row_problem").to_pyarrow().to_pylist()


def test_rows_of_an_overlapping_file_count_once(house):
    workspace, dataset, _ = both(house, MAY, JUNE, ORDERS)
    # Equal lines within one file both stay: two cups of coffee are two purchases. `shop` is blank
    # in the older rows, so the repeated line differs in no cell.
    known = "the row is already in an earlier file"
    assert [(row["load"], row["row_problem"]) for row in reasons(house, dataset)] == [
        (0, None), (0, None), (0, None), (1, known), (1, None),
    ]  # fmt: skip
    source = open_source(dataset, house.cursor)
    coverage = read_coverage(orders(source))
    assert (coverage.rows, coverage.used, coverage.left_out) == (5, 4, ((known, 1),))
    assert dataset.columns == ("who", "day", "sum", "shop")
    assert workspace.datasets() == (dataset,)


def test_a_later_file_has_a_customer_anew(house):
    first = "id,city\n1,Bogor\n2,Medan\n3,Ipoh\n"
    second = "id,city\n2,Jambi\n3,Ipoh\n4,Solo\n"
    _, dataset, _ = both(house, first, second, PEOPLE)
    assert [row["row_problem"] for row in reasons(house, dataset)] == [
        None, "a later file has this row anew", None,
        None, "the row is already in an earlier file", None,
    ]  # fmt: skip


def test_a_load_can_be_undone(house):
    workspace, dataset, made = both(house, MAY, JUNE, ORDERS)
    back = workspace.remove_load(dataset, 1, cursor=house.cursor)
    assert back == made
    assert back.key == made.key
    assert len(house.names("*.text.parquet")) == 1
    with pytest.raises(BadOption, match="only one"):
        workspace.remove_load(back, 0, cursor=house.cursor)


def test_the_first_file_can_go_as_well(house):
    workspace, dataset, _ = both(house, MAY, JUNE, ORDERS)
    left = workspace.remove_load(dataset, 0, cursor=house.cursor)
    assert workspace.datasets() == (left,)
    assert (left.rows, left.upload.name) == (2, "june.csv")
    assert open_source(left, house.cursor).table.count().to_pyarrow().as_py() == 2


def test_loads_survive_a_restart_and_know_their_time(house):
    _, dataset, _ = both(house, MAY, JUNE, ORDERS)
    found = house.workspace().datasets()
    assert found == (dataset,)
    assert [load.upload.name for load in found[0].loads] == ["may.csv", "june.csv"]
    assert all(load.added.tzinfo for load in found[0].loads)
    house.workspace().delete(dataset)
    assert house.names("*.parquet") == []


def test_a_file_that_lacks_a_used_column_is_refused(house):
    with pytest.raises(BadOption, match="lacks day"):
        both(house, MAY, "who,sum\na,1\n", ORDERS)
    assert [one.rows for one in house.workspace().datasets()] == [3]


def test_the_same_file_is_refused(house):
    with pytest.raises(BadOption, match="already"):
        both(house, MAY, MAY, ORDERS)


def test_the_choice_to_drop_repeated_rows(house):
    workspace = house.workspace()
    made = house.dataset(workspace, MAY, mapping=ORDERS.with_choice("duplicates", "drop"))
    coverage = read_coverage(orders(open_source(made, house.cursor)))
    assert coverage.left_out == (("the row repeats an earlier one", 1),)


def test_the_latest_answer_of_a_customer(house):
    survey = "who,day,score\na,2025-01-02,3\na,2025-01-05,9\nb,2025-01-01,7\n,2025-01-01,1\n"
    roles = (("answered", "day"), ("nps", "score"), ("customer", "who"))
    mapping = Mapping("survey", roles).with_choice("repeats", "latest")
    made = house.dataset(house.workspace(), survey, mapping=mapping)
    table = open_source(made, house.cursor).table.order_by("row")
    earlier = "the customer answered again later"
    assert table.row_problem.to_pyarrow().to_pylist() == [earlier, None, None, None]


def test_guests_as_customers_of_their_own(house):
    lines = (
        "who,day,sum,order\n,2025-05-01,10,O1\n,2025-05-01,5,O1\n,2025-05-02,7,\n"
        "a,2025-05-01,1,O2\n"
    )
    mapping = Mapping("transactions", (*ORDERS.roles, ("order", "order")))
    made = house.dataset(house.workspace(), lines, mapping=mapping.with_choice("guests", "own"))
    question = orders(open_source(made, house.cursor))
    assert read_coverage(question).left_out == (("customer is blank", 1),)
    found = question.kept.order_by("row").customer.to_pyarrow().to_pylist()
    assert found == ["guest O1", "guest O1", "a"]


def test_a_long_survey_has_a_column_for_each_question(house):
    long = "who,question,answer\na,Recommend?,9\na,Easy?,5\nb,Recommend?,x\n"
    mapping = Mapping(
        "survey",
        (("nps", "Recommend?"), ("ces", "Easy?"), ("question", "question"), ("answer", "answer")),
        (("Easy?", Reading(scale=(1, 7))),),
        splits=tuple(Split(one, "answer", "question", one) for one in ("Recommend?", "Easy?")),
    )
    assert Mapping.from_data(mapping.to_data()) == mapping
    made = house.dataset(house.workspace(), long, mapping=mapping)
    table = open_source(made, house.cursor).table.order_by("row")
    assert table.nps.to_pyarrow().to_pylist() == [9, None, None]
    assert table.ces.to_pyarrow().to_pylist() == [None, 5, None]
    assert table.nps_problem.to_pyarrow().to_pylist() == [
        None,
        "the row answers another question",
        "nps is not a whole number from 0 to 10",
    ]


def test_a_column_called_load_is_a_column_like_any_other(house):
    mapping = Mapping("survey", (("nps", "nps"),))
    first, second = "nps,load\n9,1\n3,2\n", "nps,load\n9,5\n"
    _, dataset, made = both(house, first, second, mapping)
    source = open_source(dataset, house.cursor)
    cells = source.table.order_by("row")["c:load"].to_pyarrow().to_pylist()
    assert cells == ["1", "2", "5"]
    assert [row["row_problem"] for row in reasons(house, dataset)] == [None] * 3
    assert read_coverage(answers(open_source(made, house.cursor), score="nps")).used == 2


def test_capitals_do_not_make_two_columns(house):
    _, dataset, _ = both(house, "id,city\n1,Bogor\n", "ID,City\n2,Medan\n", PEOPLE)
    assert dataset.columns == ("id", "city")
    table = open_source(dataset, house.cursor).table.order_by("row")
    assert table["c:city"].to_pyarrow().to_pylist() == ["Bogor", "Medan"]


def test_a_new_column_does_not_make_old_rows_new(house):
    mapping = Mapping("survey", (("nps", "nps"), ("customer", "who")))
    first, second = "who,nps\na,9\nb,3\n", "who,nps,region\na,9,N\nb,3,S\nc,5,S\n"
    _, dataset, _ = both(house, first, second, mapping)
    known = "the row is already in an earlier file"
    assert [row["row_problem"] for row in reasons(house, dataset)] == [
        None, None, known, known, None,
    ]  # fmt: skip


def test_what_another_window_changed_is_not_written_over(house):
    workspace, _, made = both(house, MAY, JUNE, ORDERS)
    upload = workspace.add_upload(house.file("who,day,sum\nz,2025-07-01,1\n"), name="july.csv")
    with pytest.raises(BadOption, match="changed meanwhile"):
        workspace.append(made, upload, cursor=house.cursor)
    workspace.delete(workspace.datasets()[0])
    with pytest.raises(BadOption, match="deleted meanwhile"):
        workspace.append(made, upload, cursor=house.cursor)
    with pytest.raises(BadOption, match="deleted meanwhile"):
        workspace.remap(made, ORDERS, cursor=house.cursor)


@pytest.mark.parametrize("place", [-1, 2])
def test_only_a_file_that_is_there_can_be_taken_out(house, place):
    workspace, dataset, _ = both(house, MAY, JUNE, ORDERS)
    with pytest.raises(IndexError):
        workspace.remove_load(dataset, place, cursor=house.cursor)


def test_the_only_file_with_a_used_column_stays(house):
    mapping = Mapping("survey", (("nps", "nps"),))
    workspace, dataset, _ = both(house, "nps\n9\n", "nps,happy\n3,5\n", mapping)
    more = mapping.with_role("csat", "happy")
    mapped = workspace.remap(dataset, more, cursor=house.cursor)
    with pytest.raises(BadOption, match="uses happy"):
        workspace.remove_load(mapped, 1, cursor=house.cursor)
