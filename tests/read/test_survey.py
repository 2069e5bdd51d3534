"""The quick pass over delimited text, held against records counted one by one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cxlib.read import survey
from cxlib.read.task import Task


@given(
    lengths=st.lists(st.sampled_from([0, 1, 2, 5, 6, 40]), min_size=1, max_size=60),
    ending=st.sampled_from(["\n", "\r", "\r\n"]),
    quoted=st.booleans(),
    last=st.booleans(),
)
@example(lengths=[5] * 4 + [40] + [5] * 20, ending="\n", quoted=False, last=True)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_record_exceeds_the_bound_and_the_bound_is_near(
    monkeypatch, lengths, ending, quoted, last
):
    monkeypatch.setattr(survey, "BLOCK", 64)
    monkeypatch.setattr(survey, "_STRIDE", 8)
    records = [f'"{"x" * size}"' if quoted else "x" * size for size in lengths]
    text = ending.join(records) + (ending if last else "")
    with TemporaryDirectory() as folder:
        path = Path(folder, "file.csv")
        path.write_text(text, newline="")
        task = Task(path, "file.csv", Path(folder))
        found = survey.survey(path, 0, ",", task)
        gaps = survey.has_gaps(path, 0)
    longest = max(map(len, records))
    assert found.regular
    assert not found.folded
    assert longest <= found.longest <= max(longest + len(ending), 3 * 8)
    if last or records[-1]:
        assert gaps == any(not one for one in records[1:])
