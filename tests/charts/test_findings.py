"""What needs attention, from a file's text to sentences and fixes."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from datetime import date

import pyarrow as pa
import pytest

from cxlib.charts.findings import Finding, findings
from cxlib.charts.quality import rows_over_time
from cxlib.columns.changes import BLANK, CHOICE, DATES, DECIMAL, PERSONAL, Fix
from cxlib.columns.mapping import HIDE, Mapping, Reading
from cxlib.columns.profile import read_profile
from cxlib.columns.typed import typed
from cxlib.engine.embedded import Cursor, cursor, open_locked
from cxlib.stats.coverage_time import Gap, TimeCoverage
from cxlib.stats.quality import read_quality
from cxlib.tables.source import Source

TODAY = date(2026, 1, 31)


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Cursor:
    folder = tmp_path_factory.mktemp("engine").resolve()
    return cursor(open_locked([folder], scratch=folder / "scratch"))


@pytest.fixture
def told(engine):
    """The findings of a file under a mapping."""

    def make(cells: Dict[str, list[str | None]], mapping: Mapping) -> dict[str, Finding]:
        rows = len(next(iter(cells.values())))
        columns = {"row": pa.array(range(1, rows + 1), "int64")}
        columns |= {name: pa.array(values, "string") for name, values in cells.items()}
        text = engine.create_table("text", pa.table(columns), overwrite=True)
        source = Source(typed(text, mapping), mapping, "file", tuple(cells), rows)
        quality = read_quality(source, today=TODAY)
        found = findings(quality, mapping, read_profile(text, tuple(cells)))
        assert [one.severity for one in found] == sorted(
            (one.severity for one in found), key=lambda severity: severity != "problem"
        )
        assert all(one.rows is None or one.share == one.rows / rows for one in found)
        return {one.name: one for one in found}

    return make


def fixed(one: Finding, mapping: Mapping) -> Mapping:
    assert one.fix is not None
    return one.fix.apply(mapping)


def test_codes_beside_the_scale_become_blanks(told):
    cells = {"Q1": ["9", "11", "11", "x", None, "0"]}
    mapping = Mapping("survey", (("nps", "Q1"),))
    found = told(cells, mapping)
    code = found["off_scale"]
    assert (code.severity, code.rows, code.fix) == ("problem", 2, Fix(BLANK, "Q1", "11"))
    assert code.text == "11 in Q1 is off the scale"
    assert found["unreadable"].rows == 1
    assert "off_scale" not in told(cells, fixed(code, mapping))


def test_orders_of_nobody_and_repeated_rows_are_choices(told):
    cells = {
        "who": ["a", "a", None, None],
        "day": ["2025-01-01"] * 4,
        "sum": ["1", "1", "2", "3"],
    }
    roles = (("customer", "who"), ("ordered", "day"), ("amount", "sum"))
    mapping = Mapping("transactions", roles)
    found = told(cells, mapping)
    assert (found["guests"].rows, found["guests"].fix) == (2, Fix(CHOICE, "guests", "own"))
    assert (found["repeated"].rows, found["repeated"].fix.value) == (1, "drop")
    mended = fixed(found["repeated"], fixed(found["guests"], mapping))
    assert not {"guests", "repeated"} & told(cells, mended).keys()


def test_dates_that_can_be_read_both_ways(told):
    cells = {"said": ["so"] * 3, "day": ["01/02/2025", "03/04/2025", "05/05/2025"]}
    mapping = Mapping(
        "comments", (("text", "said"), ("written", "day")), (("day", Reading("%d/%m/%Y")),)
    )
    swapped = told(cells, mapping)["swapped"]
    assert swapped.fix == Fix(DATES, "day", "%m/%d/%Y")
    assert swapped.text == "Day and month in day can be swapped; read day first"


def test_dates_in_the_wrong_order_are_put_right(told):
    days = ["2025-03-01", "13/02/2025", "14/03/2025", "01/04/2025"]
    cells = {"said": ["so"] * 4, "day": days}
    wrong = Mapping(
        "comments", (("text", "said"), ("written", "day")), (("day", Reading("%m/%d/%Y")),)
    )
    found = told(cells, wrong)
    assert found["unreadable"].rows == 2
    assert found["unreadable"].fix == Fix(DATES, "day", "%d/%m/%Y")
    right = told(cells, fixed(found["unreadable"], wrong))
    assert "unreadable" not in right
    assert right["forms"].rows == 1


def test_codes_for_missing_numbers_and_days(told):
    cells = {
        "who": [f"c{k}" for k in range(40)],
        "n": [str(10 + k % 9) for k in range(34)] + ["999"] * 6,
        "day": ["1900-01-01"] * 4 + [f"2025-01-{k:02d}" for k in range(1, 29)] + ["2025-02-01"] * 8,
    }
    roles = (("customer", "who"), ("happened", "day"), ("shown", "n"))
    mapping = Mapping("events", roles)
    found = told(cells, mapping)
    number, day = found["code"], [one for one in found.values() if one.column == "day"]
    assert {one.fix for one in (number, *day)} <= {
        Fix(BLANK, "n", "999"), Fix(BLANK, "day", "1900-01-01"), None,
    }  # fmt: skip
    mended = mapping
    for _ in range(2):
        code = told(cells, mended).get("code")
        mended = fixed(code, mended) if code else mended
    assert "code" not in told(cells, mended)
    assert {one.blanks for _, one in mended.readings} == {("999",), ("1900-01-01",)}


def test_decimal_marks_that_nothing_settles(told):
    cells = {"who": ["a", "b"], "day": ["2025-01-01"] * 2, "sum": ["1,234", "5,678"]}
    roles = (("customer", "who"), ("ordered", "day"), ("amount", "sum"))
    mapping = Mapping("transactions", roles, (("sum", Reading(decimal=",")),))
    marks = told(cells, mapping)["marks"]
    assert marks.fix == Fix(DECIMAL, "sum", ".")
    assert marks.text == "Commas in sum are read as decimal marks"


def test_mixed_currencies_cannot_be_mended(told):
    cells = {"who": ["a", "b"], "day": ["2025-01-01"] * 2, "sum": ["$5", "€7"]}
    roles = (("customer", "who"), ("ordered", "day"), ("amount", "sum"))
    found = told(cells, Mapping("transactions", roles))["currencies"]
    assert (found.severity, found.fix) == ("problem", None)
    assert found.text == "sum mixes currencies ($, €), added up as one"


def test_personal_columns_can_be_hidden(told):
    cells = {"who": ["a", "b", "c"], "email": ["a@x.id", "b@x.id", "c@x.id"], "empty": [None] * 3}
    mapping = Mapping("customers", (("customer", "who"),))
    found = told(cells, mapping)
    assert found["personal"].fix == Fix(PERSONAL, "email", HIDE)
    assert found["blank"].text == "Blank columns: empty"
    assert "personal" not in told(cells, fixed(found["personal"], mapping))


def test_a_customer_list_names_each_customer_once(told):
    mapping = Mapping("customers", (("customer", "who"),))
    found = told({"who": ["a", "a", "b"], "city": ["x", "y", "z"]}, mapping)
    assert (found["key"].severity, found["key"].rows) == ("problem", 1)


def test_solved_before_created_is_a_problem(told):
    cells = {"in": ["2025-01-05", "2025-01-06"], "out": ["2025-01-04", "2027-01-01"]}
    found = told(cells, Mapping("tickets", (("created", "in"), ("solved", "out"))))
    assert found["before"].text == "solved lies before created"
    assert found["future"].text == "Dates in out lie in the future"


def test_nothing_is_said_of_a_clean_file(told):
    cells = {"Q1": ["9", "3", "0", None], "city": ["a", "b", "b", "a"]}
    assert told(cells, Mapping("survey", (("nps", "Q1"),))) == {}


def test_the_last_period_is_hollow_where_the_file_ends_before_it():
    counts = ((date(2025, 1, 6), 30), (date(2025, 1, 13), 10))
    time = TimeCoverage(
        "written", date(2025, 1, 6), date(2025, 1, 15), 40, 8, (), "week", counts, 0.25
    )
    chart = rows_over_time(time, source="file")
    assert [(one.y, one.hollow) for one in chart.series[0].points] == [(30, False), (10, True)]
    assert (chart.title, chart.n) == ("Rows per week", 40)
    assert chart.notes == ("The last period is cut off; it holds 25.0% of the rows.",)
    assert Gap(date(2025, 1, 1), date(2025, 1, 1)).days == 1
