"""What `describe` says of a file."""

from __future__ import annotations

import pytest

from cxlib.columns.profile import Column, Dates, Numbers
from cxlib.command.describe import type_of


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "survey.csv"
    rows = [f"2026-01-{1 + i % 28:02d},{i % 11},{('yes', 'no')[i % 2]},x{i}\n" for i in range(120)]
    path.write_text("answered,nps,member,free text\n" + "".join(rows))
    return path


def test_kind_roles_and_every_column(call, survey):
    said = call("describe", survey, "--json")
    assert said.answer["source"]["rows"] == 120
    one = said.total
    assert one["kind"] == "survey"
    assert said.answer["columns"]["nps"] == "nps"
    roles = {role["role"]: role for role in one["roles"]}
    assert roles["answered"]["column"] == "answered"
    assert 0 < roles["nps"]["confidence"] <= 1
    assert "nps" in roles["nps"]["why"]
    columns = {column["name"]: column for column in one["columns"]}
    assert list(columns) == ["answered", "nps", "member", "free text"]
    assert [column["type"] for column in one["columns"]] == [
        "date",
        "whole number",
        "yes or no",
        "text",
    ]
    assert (columns["free text"]["filled"], columns["free text"]["distinct"]) == (120, 120)


def test_a_role_named_outright_is_certain(call, survey):
    one = call("describe", survey, "--map", "channel=member", "--json").total
    (role,) = [role for role in one["roles"] if role["role"] == "channel"]
    assert (role["column"], role["confidence"], role["why"]) == ("member", 1, "chosen with --map")


def test_people_see_roles_and_columns(call, survey):
    out = call("describe", survey).out
    assert out.startswith("survey (")
    assert "\nnps       nps       " in out
    assert "survey.csv: 120 of 120 rows used" in out


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (Column("x"), "blank"),
        (Column("x", filled=9, examined=9, numbers=Numbers(readable=9, whole=9)), "whole number"),
        (Column("x", filled=9, examined=9, numbers=Numbers(readable=9, whole=8)), "number"),
        (
            Column("x", filled=9, examined=9, numbers=Numbers(9, 9, leading_zeros=2)),
            "text",
        ),
        (Column("x", filled=9, examined=9, numbers=Numbers(readable=5, whole=5)), "text"),
        (Column("x", filled=9, examined=9, flags=9, worded=1.0), "yes or no"),
        (Column("x", filled=9, examined=9, flags=9, numbers=Numbers(9, 9)), "whole number"),
        (Column("x", filled=9, examined=9, dates=(Dates("", 9, None, None, 0),)), "date"),
    ],
)
def test_the_type_is_what_most_cells_are(column, kind):
    assert type_of(column) == kind
