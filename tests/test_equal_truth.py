"""One table in many formats gives the same numbers, and those that plain Python counts."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from statistics import median

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
import xlsxwriter

from cxlib.columns.guess import guess
from cxlib.columns.profile import read_profile
from cxlib.columns.typed import typed
from cxlib.engine.embedded import cursor, open_locked
from cxlib.metrics.nps import nps
from cxlib.metrics.shares import box_score
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.read.load import read_file
from cxlib.stats.groups import Group
from cxlib.stats.lives import life_counts, read_lives
from cxlib.stats.scores import read_score_counts, score_counts
from cxlib.tables.contracts import contracts
from cxlib.tables.orders import orders
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers

Table = list[dict[str, object]]
ROWS = 240
DAY = dt.date(2024, 1, 1)
SAID = (
    "Très bien, merci; vraiment | bon",
    'She said "never again"',
    "two\nlines, both bad",
    "it's fine\tmore or less",
    "  blanks around  ",
    None,
)


def survey() -> Table:
    chance = random.Random(11)
    return [
        {
            "customer_id": f"C{number:04}",
            "answered_at": DAY + dt.timedelta(days=chance.randrange(60)),
            "nps": chance.choice([0, 3, 6, 7, 8, 9, 9, 10, 10, 10, None]),
            "csat": chance.choice([1, 2, 3, 4, 4, 5, 5, None]),
            "comment": chance.choice(SAID),
        }
        for number in range(ROWS)
    ]


def subscriptions() -> Table:
    chance = random.Random(12)
    starts = [DAY + dt.timedelta(days=chance.randrange(200)) for _ in range(ROWS)]
    return [
        {
            "customer_id": f"C{number:04}",
            "start_date": start,
            "end_date": chance.choice(
                [start + dt.timedelta(chance.randrange(1, 120))] * 3 + [None]
            ),
            "plan": chance.choice(["Básico", "Plus; 2", "Pro"]),
        }
        for number, start in enumerate(starts)
    ]


def transactions() -> Table:
    chance = random.Random(13)
    return [
        {
            "customer_id": f"C{chance.randrange(60):04}",
            "order_date": DAY + dt.timedelta(days=chance.randrange(300)),
            "amount": chance.randrange(-2_000, 190_000) / 100,
            "product": chance.choice(["café, large", 'the "big" one', "tea", None]),
        }
        for _ in range(ROWS)
    ]


def spelled(value: object, decimal: str, day: str) -> str:
    """A value as a program of some country writes it."""
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", decimal)
    if isinstance(value, dt.date):
        return value.strftime(day)
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Text:
    """A way to write a CSV."""

    delimiter: str = ","
    decimal: str = "."
    day: str = "%Y-%m-%d"
    encoding: str = "utf-8"
    ending: str = "\r\n"
    quoting: int = csv.QUOTE_MINIMAL
    packed: bool = False

    def __call__(self, table: Table, path: Path) -> None:
        out = io.StringIO(newline="")
        form = {"delimiter": self.delimiter, "lineterminator": self.ending}
        writer = csv.writer(out, quoting=self.quoting, **form)
        writer.writerow(table[0])
        for row in table:
            writer.writerow([spelled(one, self.decimal, self.day) for one in row.values()])
        content = out.getvalue().encode(self.encoding)
        path.write_bytes(gzip.compress(content) if self.packed else content)


def write_xlsx(table: Table, path: Path) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, list(table[0]))
        for at, row in enumerate(table, 1):
            for place, value in enumerate(row.values()):
                if isinstance(value, dt.date):
                    sheet.write_datetime(at, place, dt.datetime.combine(value, dt.time()))
                elif value is not None:
                    sheet.write(at, place, value)


def write_parquet(table: Table, path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(table), path)


def write_text_parquet(table: Table, path: Path) -> None:
    pq.write_table(
        pa.Table.from_pylist(
            [{k: spelled(v, ".", "%Y-%m-%d") or None for k, v in row.items()} for row in table]
        ),
        path,
    )


def write_lines(table: Table, path: Path) -> None:
    path.write_text("\n".join(json.dumps(row, default=str) for row in table))


def write_array(table: Table, path: Path) -> None:
    text = json.dumps(table, default=str, indent=1, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")


def frame(table: Table) -> pd.DataFrame:
    found = pd.DataFrame(table)
    for name in found.columns:
        if any(isinstance(row[name], dt.date) for row in table):
            found[name] = pd.to_datetime(found[name])
        elif any(isinstance(row[name], str) for row in table):
            found[name] = found[name].fillna("").astype(object)
    return found


def write_sav(table: Table, path: Path) -> None:
    pyreadstat.write_sav(frame(table), path)


def write_dta(table: Table, path: Path) -> None:
    frame(table).to_stata(path, write_index=False, version=118)


GERMAN = {"delimiter": ";", "decimal": ",", "day": "%d.%m.%Y"}
WRITERS: dict[str, Callable[[Table, Path], None]] = {
    "comma.csv": Text(),
    "semicolon.csv": Text(delimiter=";"),
    "tab.tsv": Text(delimiter="\t", ending="\n"),
    "pipe.txt": Text(delimiter="|"),
    "german.csv": Text(**GERMAN),
    "windows.csv": Text(**GERMAN, encoding="cp1252"),
    "quoted.csv": Text(quoting=csv.QUOTE_ALL),
    "marked.csv": Text(encoding="utf-8-sig"),
    "wide.csv": Text(delimiter="\t", encoding="utf-16"),
    "wide_big.csv": Text(encoding="utf-16-be", quoting=csv.QUOTE_ALL),
    "unix.csv": Text(ending="\n"),
    "old_mac.csv": Text(ending="\r", delimiter=";", quoting=csv.QUOTE_ALL),
    "american.csv": Text(day="%m/%d/%Y"),
    "packed.csv.gz": Text(packed=True),
    "packed_german.csv.gz": Text(**GERMAN, encoding="cp1252", packed=True),
    "book.xlsx": write_xlsx,
    "typed.parquet": write_parquet,
    "text.parquet": write_text_parquet,
    "lines.ndjson": write_lines,
    "array.json": write_array,
    "spss.sav": write_sav,
    "stata.dta": write_dta,
}


VALUES_DIFFER = [
    *("comma.csv", "windows.csv", "wide.csv", "american.csv", "packed_german.csv.gz"),
    *(name for name in WRITERS if not name.endswith((".csv", ".tsv", ".txt", ".gz"))),
]
"""Formats that write dates and numbers in different ways."""
SAME_CELLS = [name for name in WRITERS if name not in VALUES_DIFFER]


@pytest.fixture
def source_of(request, tmp_path) -> Callable[[Table], Source]:
    """Save a table in one format, and read it as the app does without asking anything."""

    def opened(table: Table) -> Source:
        path, into = tmp_path / request.param, tmp_path / "into"
        WRITERS[request.param](table, path)
        upload = read_file(path, name=path.name, into=into)
        assert upload.rejected == ()
        backend = cursor(open_locked([into], scratch=tmp_path / "scratch"))
        text = backend.read_parquet(upload.path)
        found = guess(
            read_profile(text, upload.columns),
            name="data",
            titles=upload.titles,
            labels=upload.labels,
        )
        typed(text, found.mapping, labels=upload.labels).to_parquet(into / "typed.parquet")
        return Source(
            table=backend.read_parquet(into / "typed.parquet"),
            mapping=found.mapping,
            name=upload.name,
            columns=upload.columns,
            rows=upload.rows,
        )

    return opened


def trimmed(text: object) -> str | None:
    return str(text).strip() if text is not None else None


def cells(name: str, table: Table, folder: Path) -> list[object]:
    """All cells that are read of a table saved in one format, row by row."""
    path = folder / name
    WRITERS[name](table, path)
    found = pq.read_table(read_file(path, name=name, into=folder).path).to_pylist()
    return [
        {key: one.replace("\r\n", "\n").replace("\r", "\n") if key == "comment" and one else one}
        for row in found
        for key, one in row.items()
    ]


@pytest.mark.parametrize("table", [survey, subscriptions, transactions])
@pytest.mark.parametrize("name", SAME_CELLS)
def test_same_cells(name, table, tmp_path):
    other = "packed_german.csv.gz" if name == "german.csv" else "comma.csv"
    assert cells(name, table(), tmp_path) == cells(other, table(), tmp_path)


@pytest.mark.parametrize("source_of", VALUES_DIFFER, indirect=True)
def test_scores_and_comments(source_of):
    table = survey()
    source = source_of(table)
    assert source.rows == ROWS
    given = [int(row["nps"]) for row in table if row["nps"] is not None]
    promoters, detractors = sum(one >= 9 for one in given), sum(one <= 6 for one in given)
    counts = read_score_counts(
        score_counts(answers(source, score="nps").kept), column=None, low=0, high=10
    )[Group(None, None)]
    assert counts.counts == tuple(given.count(score) for score in range(11))
    assert nps(counts).score == pytest.approx(100 * (promoters - detractors) / len(given), abs=1e-9)
    satisfied = [int(row["csat"]) for row in table if row["csat"] is not None]
    csat = read_score_counts(
        score_counts(answers(source, score="csat").kept), column=None, low=1, high=5
    )[Group(None, None)]
    top = sum(one >= 4 for one in satisfied) / len(satisfied)
    assert box_score(csat, box=(4, 5)).share == pytest.approx(top, abs=1e-12)
    said = source.table.order_by("row")["c:comment"].to_pyarrow().to_pylist()
    same_ends = [one and one.replace("\r\n", "\n").replace("\r", "\n") for one in said]
    assert same_ends == [trimmed(row["comment"]) for row in table]


@pytest.mark.parametrize("source_of", VALUES_DIFFER, indirect=True)
def test_median_stay(source_of):
    table = subscriptions()
    source = source_of(table)
    curve = kaplan_meier(
        read_lives(life_counts(contracts(source).question.kept), column=None)[Group(None, None)]
    )
    ends = [row["end_date"] or None for row in table]
    cut_off = max(day for row in table for day in (row["start_date"], row["end_date"]) if day)
    lives = [
        ((end or cut_off) - row["start_date"], end is not None)
        for row, end in zip(table, ends, strict=True)
    ]
    assert (curve.n, curve.deaths) == (ROWS, sum(left for _, left in lives))
    assert curve.median == product_limit_median([(stay.days, left) for stay, left in lives])


def product_limit_median(lives: list[tuple[int, bool]]) -> int:
    """The first time at which the product-limit estimate is at most one half.

    Source: Kaplan and Meier (1958), equation 2b.
    """
    share = Fraction(1)
    for time in sorted({stay for stay, left in lives if left}):
        at_risk = sum(stay >= time for stay, _ in lives)
        share *= 1 - Fraction(sum(left for stay, left in lives if stay == time), at_risk)
        if share <= Fraction(1, 2):
            return time
    raise AssertionError("the curve stays above one half")


@pytest.mark.parametrize("source_of", VALUES_DIFFER, indirect=True)
def test_totals_of_purchases(source_of):
    table = transactions()
    kept = orders(source_of(table)).kept.to_pyarrow().to_pylist()
    bought = [row for row in table if float(row["amount"]) >= 0]
    assert [(row["customer"], row["day"], row["amount"]) for row in kept] == [
        (row["customer_id"], row["order_date"], int(Decimal(f"{row['amount']:.2f}") * 10_000))
        for row in bought
    ]
    middle = median(row["amount"] for row in kept) / 10_000
    assert middle == pytest.approx(median(float(row["amount"]) for row in bought))
