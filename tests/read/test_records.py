"""JSON in its three layouts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import UnreadableFile
from cxlib.read import json_text
from cxlib.read.json_text import decoded
from cxlib.read.json_text import json_text as spelled


def test_an_array_of_records(read):
    found = read(
        '[{"id": "00123", "n": 1.50, "yes": true, "none": null, "deep": {"k": [1, 2.50, "é"]}},\n'
        ' {"id": 5, "n": 1e5, "new": " a "},\n {}]',
        "file.json",
    )
    assert found.upload.columns == ("id", "n", "yes", "none", "deep", "new")
    assert found.rows == [
        (1, "00123", "1.50", "true", None, '{"k": [1, 2.50, "é"]}', None),
        (2, "5", "1e5", None, None, None, "a"),
        (3, None, None, None, None, None, None),
    ]
    assert found.upload.format == "json"


@pytest.mark.parametrize(
    "text",
    [
        '{"data": [{"a": 1}, {"a": 2}]}',
        '{"count": 12, "tags": [1, "x"], "none": [],\n "data": [{"a": 1},\n{"a": 2}], "more": {}}',
        '{"a": 1}\n\n{"a": 2}',
        '{"a": 1}\r\n{"a": 2}\r\n',
    ],
)
def test_layouts(read, text):
    assert read(text).cells == [("1",), ("2",)]


def test_one_record(read):
    assert read('{"a": 1, "b": [1, 2]}', "file.json").cells == [("1", "[1, 2]")]


def test_bad_lines_are_rejected(read):
    found = read('{"a": 1}\n{bad\n\n{"b": NaN}\n[1]\n"x', "file.ndjson")
    assert found.rows == [(1, "1", None), (3, None, None)]
    assert found.rejected == [
        (2, "not a record", "{bad"),
        (5, "not a record", "[1]"),
        (6, "not a record", '"x'),
    ]


def test_values_that_are_no_records_are_rejected(read):
    found = read('[{"a": 1},\n 7,\n "x", {"a": 2}]', "file.json")
    assert found.rows == [(1, "1"), (4, "2")]
    assert [(line, text) for line, _, text in found.rejected] == [(2, "7"), (3, '"x"')]


def test_far_more_text_than_a_block(read, monkeypatch):
    records = [{"n": n, "text": f"é{n}" * (n % 50)} for n in range(3000)]
    monkeypatch.setattr(json_text, "_BLOCK", 11)
    for text in (json.dumps(records), json.dumps({"n": 12345, "data": records}, indent=1)):
        found = read(text, "file.json")
        assert found.cells == [(str(one["n"]), one["text"] or None) for one in records]


def test_other_encodings_and_marks(read):
    text = '[{"a": "é"}]'
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert read(text.encode(encoding), "file.json").cells == [("é",)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[{"a": 1}, {"a":', "is damaged or incomplete JSON from line 1 on"),
        ('[{"a": 1},\n {"a": 2}\n', "is damaged or incomplete JSON from line 3 on"),
        ('[{"a": 1}] x', "is damaged or incomplete JSON"),
        ('{"a": {"b": []},\n"c": 2}', "is JSON without a list of records"),
        ('{"a": [{"b": 1}],\n"c": [{"d": 2}]}', "holds several lists of records: 'a' and 'c'"),
        ("[]", "holds no rows of data"),
        ("[1, 2]", "holds no rows of data"),
        ("[" * 100_000, "is damaged or incomplete JSON"),
        ("{" + ",".join(f'"k{n}": 1' for n in range(5001)) + "}", "has 5,001 columns"),
    ],
)
def test_refused_in_a_sentence(read, text, says):
    with pytest.raises(UnreadableFile) as caught:
        read(text, "file.json")
    assert str(caught.value).startswith("'file.json' ")
    assert says in str(caught.value)


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=4)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_nested_values_are_spelled_as_json_does(value):
    text = json.dumps(value)
    assert json.loads(spelled(decoded(text))) == value
