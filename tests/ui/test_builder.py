"""The filter builder: rows make the filter, the filter makes rows, text does both."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from cxlib.tables.fields import Field
from cxlib.tables.filters import AllOf, AnyOf, Condition, Filter
from cxlib.tables.source import BLANK
from cxlib.ui.filter_draft import Fixed, Group, drafted, drawn, with_group, without

FIELDS = (
    Field("region", "values", ("North", "South")),
    Field("nps", "number", (), 0, 10),
    Field("day", "date", (), date(2025, 1, 1), date(2025, 3, 31)),
    Field("comment", "text"),
    Field("stars", "number", ("1", "2", "5"), 1.0, 5.0),
)
NAMED = {one.column: one for one in FIELDS}
North = Condition("region", ("North",))
High = Condition("nps", ("9",), "at least")
Slow = Condition("comment", ("slow",), "contains")
March = Condition("day", ("2025-03-01", "2025-03-31"), "between")


def page(columns, start) -> None:
    import streamlit as st

    from cxlib.ui.builder import builder

    st.session_state["found"] = builder("data", columns, start)


def built(start: Filter | None = None) -> AppTest:
    app = AppTest.from_function(page, args=(FIELDS, start), default_timeout=30)
    return fine(app.run())


def fine(app: AppTest) -> AppTest:
    assert not app.exception, [one.message for one in app.exception]
    return app


def found(app: AppTest) -> Filter | None:
    return app.session_state["found"]


def press(app: AppTest, name: str) -> AppTest:
    return fine(app.button(key=f"filter_data_{name}").click().run())


def test_two_conditions_are_joined():
    app = built()
    assert (found(app), app.caption[-1].value) == (None, "No filter")
    press(app, "add")
    assert found(app) is None
    fine(app.multiselect[0].select("North").select(BLANK).run())
    assert found(app) == Condition("region", ("North", BLANK))
    press(app, "add")
    fine(app.selectbox[2].select("nps").run())
    assert app.selectbox[3].value == "between"
    fine(app.selectbox[3].select("at least").run())
    fine(app.number_input[0].set_value(8.5).run())
    both = (Condition("region", ("North", BLANK)), Condition("nps", ("8.5",), "at least"))
    assert found(app) == AllOf(both)
    assert app.caption[-1].value == r"region is North or \(blank\) and nps at least 8\.5"
    assert app.text_input[-1].value == "region in ('North', '(blank)') and nps >= 8.5"
    fine(app.segmented_control(key="filter_data_match").set_value(False).run())
    assert found(app) == AnyOf(both)


def test_a_group_is_joined_the_other_way_and_can_be_removed():
    app = built(North)
    press(app, "add_group")
    fine(app.selectbox[2].select("comment").run())
    fine(app.text_input[0].set_value("slow").run())
    group = app.session_state["filter_data"].items[1]
    press(app, f"add_{group.id}")
    fine(app.selectbox[4].select("nps").run())
    fine(app.number_input[0].set_value(9).run())
    assert found(app) == AllOf((North, Slow))
    fine(app.number_input[1].set_value(10).run())
    high = Condition("nps", ("9", "10"), "between")
    assert found(app) == AllOf((North, AnyOf((Slow, high))))
    press(app, f"remove_{group.rows[0].id}")
    assert found(app) == AllOf((North, high))
    press(app, f"remove_{group.id}")
    assert found(app) == North


@pytest.mark.parametrize(
    "start",
    [
        None,
        North,
        March,
        Condition("day", ("2025-02-01",), "more than"),
        Condition("region", ("North", BLANK), "is not"),
        Condition("stars", ("1", "5")),
        Condition("comment", (), "is blank"),
        AnyOf((High, Slow)),
        AllOf((March, AnyOf((North, Slow)), High)),
        AnyOf((AllOf((North, AnyOf((High, Slow)))), March)),
        Condition("gone", ("x",)),
        Condition("region", ("West",)),
    ],
    ids=lambda one: one.words() if one else "none",
)
def test_a_filter_to_begin_with_is_shown_and_survives_reruns(start):
    app = built(start)
    assert found(app) == start
    assert found(fine(app.run())) == start
    assert not app.warning


def test_text_makes_rows_and_what_cannot_be_read_stays():
    app = built(North)
    fine(app.text_input[-1].set_value("nps >= 9 or Comment contains 'slow'").run())
    assert found(app) == AnyOf((High, Slow))
    assert app.segmented_control(key="filter_data_match").value is False
    assert [one.value for one in app.selectbox] == ["nps", "at least", "comment", "contains"]
    fine(app.text_input[-1].set_value("nps >= 'many'").run())
    assert found(app) == AnyOf((High, Slow))
    assert "'many' is neither" in app.warning[0].value.replace("\\", "")
    assert app.text_input[-1].value == "nps >= 'many'"
    fine(app.number_input[0].set_value(7).run())
    assert found(app) == AnyOf((Condition("nps", ("7",), "at least"), Slow))
    assert not app.warning
    assert app.text_input[-1].value == "nps >= 7 or comment contains 'slow'"
    fine(app.text_input[-1].set_value(" ").run())
    assert found(app) is None


def test_a_filter_from_elsewhere_begins_anew():
    def told(columns) -> None:
        import streamlit as st

        from cxlib.ui.builder import builder

        st.session_state["kept"] = builder("data", columns, st.session_state.get("kept"))

    app = fine(AppTest.from_function(told, args=(FIELDS,), default_timeout=30).run())
    press(app, "add")
    fine(app.multiselect[0].select("North").run())
    press(app, "add")
    fine(app.run())
    assert app.session_state["kept"] == North
    assert len(app.multiselect) == 2
    app.session_state["kept"] = AnyOf((High, Slow))
    fine(app.run())
    assert app.session_state["kept"] == AnyOf((High, Slow))
    assert [one.value for one in app.selectbox] == ["nps", "at least", "comment", "contains"]
    app.session_state["kept"] = None
    assert not fine(app.run()).selectbox


def test_bounds_the_wrong_way_round_are_said():
    app = built(AllOf((North, Condition("nps", ("2", "5"), "between"))))
    fine(app.number_input[0].set_value(6).run())
    assert found(app) == North
    assert "swap the two bounds" in app.warning[0].value


def test_another_column_begins_afresh():
    app = built(North)
    fine(app.selectbox[0].select("day").run())
    assert found(app) == Condition("day", ("2025-01-01", "2025-03-31"), "between")
    fine(app.date_input[0].set_value((date(2025, 3, 1), date(2025, 3, 31))).run())
    assert found(app) == March
    fine(app.selectbox[1].select("is blank").run())
    assert found(app) == Condition("day", (), "is blank")


flat = st.sampled_from([North, High, Slow, March, Condition("gone", ("x",))])
lists = st.lists(flat, min_size=2, max_size=3).map(tuple)
groups = st.one_of(flat, lists.map(AllOf), lists.map(AnyOf))
trees = st.one_of(groups, st.lists(groups, min_size=2, max_size=4).map(tuple).map(AllOf),
                  st.lists(groups, min_size=2, max_size=4).map(tuple).map(AnyOf))  # fmt: skip


@given(start=trees, first=st.integers(0, 50))
def test_rows_say_what_the_filter_said(start, first):
    draft = drafted(start, NAMED, first=first)
    assert drawn(draft) == (start, ())
    ids = [one.id for one in draft.items]
    ids += [row.id for one in draft.items if isinstance(one, Group) for row in one.rows]
    assert len(set(ids)) == len(ids)
    assert all(first <= one < draft.following for one in ids)


def test_what_rows_cannot_show_stands_as_it_is():
    deep = AnyOf((AllOf((North, AnyOf((High, Slow)))), March))
    draft = drafted(deep, NAMED)
    assert isinstance(draft.items[0], Fixed)
    assert drawn(without(draft, draft.items[0].id)) == (March, ())


def test_a_group_without_rows_goes():
    draft = with_group(drafted(None, NAMED), FIELDS[0])
    (group,) = draft.items
    assert without(draft, group.rows[0].id).items == ()
