"""The sample files are what make.py writes and what the README says of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
KINDS = ("comments", "customers", "events", "subscriptions", "survey", "tickets", "transactions")
FIRST, AFTER = pd.Timestamp("2024-10-01"), pd.Timestamp("2026-10-01")


@cache
def table(kind: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / f"{kind}.csv", dtype=str, keep_default_na=False)


def moments(kind: str, column: str) -> pd.Series:
    return pd.to_datetime(table(kind)[column].replace("", None), format="ISO8601")


def test_make_writes_the_committed_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    surroundings = os.environ | {"PYTHONHASHSEED": "17", "TZ": "Asia/Jakarta", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, str(FOLDER / "make.py"), str(tmp_path)],
        check=True,
        env=surroundings,
        capture_output=True,
        cwd=tmp_path,
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{kind}.csv" for kind in KINDS]
    for kind in KINDS:
        assert (tmp_path / f"{kind}.csv").read_bytes() == (FOLDER / f"{kind}.csv").read_bytes()


def test_the_folder_holds_these_files_and_stays_small() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.csv")) == [f"{kind}.csv" for kind in KINDS]
    assert sum(path.stat().st_size for path in FOLDER.glob("*.csv")) < 5_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_every_customer_is_in_the_customer_list(kind: str) -> None:
    known = set(table("customers").customer_id)
    assert len(known) == 5_000
    assert set(table(kind).customer_id) - {""} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_counts_the_rows(kind: str) -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"| {kind}.csv | {len(table(kind)):,} |" in text


@pytest.mark.parametrize("kind", KINDS)
def test_files_are_plain_utf8_with_unix_lines(kind: str) -> None:
    content = (FOLDER / f"{kind}.csv").read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    content.decode("utf-8")


def test_flaws_are_as_many_as_the_readme_says() -> None:
    twice = {kind: int(table(kind).duplicated().sum()) for kind in KINDS}
    assert {kind: n for kind, n in twice.items() if n} == {"survey": 8, "transactions": 12}
    once = {kind: table(kind).drop_duplicates() for kind in KINDS}
    nameless = {kind: int((frame.customer_id == "").sum()) for kind, frame in once.items()}
    assert nameless.pop("comments") == pytest.approx(0.4 * 2_200, rel=0.05)
    assert {kind: n for kind, n in nameless.items() if n} == {"survey": 15, "transactions": 10}


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("customers", "customer_id"),
        ("survey", "response_id"),
        ("transactions", "order_id"),
        ("tickets", "ticket_id"),
        ("comments", "review_id"),
    ],
)
def test_keys_are_unique(kind: str, key: str) -> None:
    assert table(kind).drop_duplicates()[key].is_unique


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("customers", "signup_date"),
        ("survey", "answered_at"),
        ("transactions", "ordered_at"),
        ("subscriptions", "started_on"),
        ("subscriptions", "ended_on"),
        ("events", "happened_at"),
        ("tickets", "created_at"),
        ("tickets", "first_reply_at"),
        ("tickets", "solved_at"),
        ("comments", "written_at"),
    ],
)
def test_dates_lie_within_the_two_years(kind: str, column: str) -> None:
    found = moments(kind, column).dropna()
    assert found.min() >= FIRST
    assert found.max() < AFTER
    assert found.max() >= AFTER - pd.Timedelta(days=2)


def test_tickets_are_created_then_answered_then_solved() -> None:
    created, replied, solved = (
        moments("tickets", name) for name in ("created_at", "first_reply_at", "solved_at")
    )
    assert (replied.dropna() > created[replied.notna()]).all()
    assert (solved.dropna() >= replied[solved.notna()]).all()
    assert replied[solved.notna()].notna().all()


def test_answers_tickets_and_events_come_from_running_subscriptions() -> None:
    spells = table("subscriptions")[["customer_id"]].assign(
        start=moments("subscriptions", "started_on"),
        end=moments("subscriptions", "ended_on").fillna(AFTER),
    )
    for kind, column in (
        ("survey", "answered_at"),
        ("tickets", "created_at"),
        ("events", "happened_at"),
    ):
        rows = table(kind)[["customer_id"]].assign(row=range(len(table(kind))))
        rows["at"] = moments(kind, column)
        both = rows[rows.customer_id != ""].merge(spells, on="customer_id")
        inside = both[(both["at"] >= both.start) & (both["at"] < both.end)]
        assert inside.row.nunique() == (rows.customer_id != "").sum()


def test_sessions_are_those_of_the_thirty_minute_rule() -> None:
    events = table("events").assign(at=moments("events", "happened_at"))
    events = events.sort_values(["customer_id", "at"], kind="stable")
    pause = events.groupby("customer_id")["at"].diff() > pd.Timedelta(minutes=30)
    fresh = events.customer_id != events.customer_id.shift()
    starts = int((pause | fresh).sum())
    assert starts == pytest.approx(events.session_id.nunique(), rel=0.002)


@pytest.mark.parametrize(
    ("language", "late", "app"),
    [
        ("en", r"\b(late|delay\w*)\b", r"\bapp\b"),
        ("id", r"\b(telat|terlambat|molor)\b", r"\baplikasi(nya)?\b"),
        ("ms", r"\b(lewat|lambat)\b", r"\b(app|aplikasi)\b"),
    ],
)
def test_only_their_own_sentences_name_lateness_and_the_app(
    language: str, late: str, app: str
) -> None:
    group, sentences = "", 0
    path = FOLDER / "maker" / "phrases" / f"{language}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            sentences += 1
            assert bool(re.search(late, line.lower())) == (group == "late -"), line
            assert bool(re.search(app, line.lower())) == group.startswith("app "), line
    assert sentences > 90


def test_contact_details_are_made_up_and_present() -> None:
    text = "\n".join([*table("comments").text, *table("survey").comment]).lower()
    addresses = re.findall(r"\S+@\S+", text)
    phones = re.findall(r"0812[-\d]+", text)
    assert len(addresses) >= 10
    assert len(phones) >= 10
    assert all(re.fullmatch(r"customer\d+@example\.com\.?", one) for one in addresses)
    assert all(re.fullmatch(r"0812-0000-\d{4}", one) for one in phones)


def test_all_three_languages_are_written() -> None:
    joined = table("comments").merge(table("customers"), on="customer_id")
    assert joined.language.value_counts().min() > 100
