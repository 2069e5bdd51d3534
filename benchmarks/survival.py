"""A survival curve of many subscriptions beside lifelines on the single rows: equal, then timed.

    python benchmarks/survival.py [ROWS] [FOLDER]

Makes a seeded typed table of start and end dates in FOLDER, unless it is there. The curve from the
Parquet file, through the locked engine, with limits and median and with every row accounted for,
has to equal what lifelines makes of the single rows to 1e-9, before a time counts. CPU seconds are
medians of three runs. The peers have the rows in memory: lifelines on dates, which it turns into
durations itself as its documentation does; on dates that pandas subtracts; and on durations that
are there already, which is the fit alone. scikit-survival is run where it is installed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
from lifelines import KaplanMeierFitter
from lifelines.utils import datetimes_to_durations, median_survival_times

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cxlib.columns.mapping import Mapping  # noqa: E402
from cxlib.engine.embedded import cursor, open_locked  # noqa: E402
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier  # noqa: E402
from cxlib.stats.asked import read_life_table  # noqa: E402
from cxlib.stats.groups import TOTAL  # noqa: E402
from cxlib.tables.source import Source  # noqa: E402

ROWS = 5_000_000
RUNS = 3
EQUAL = 1e-9
TARGET = 4.0
MEMORY = "1GB"
SUBSCRIPTIONS = """
    with base as (
        select i, date '2020-01-01' + (hash(i) % 2000)::int as day,
            -ln((hash(i + 11) % 1000000 + 1) / 1000001.0) as a from range({n}) as t(i)
    ),
    lived as (select *, day + (900 * a ** 1.3)::int as left_on from base)
    select i + 1 as row, 'C' || i as customer, null::varchar as customer_problem,
        day::timestamp as started, null::varchar as started_problem,
        case when left_on <= date '2025-12-31' then left_on::timestamp end as ended,
        case when left_on > date '2025-12-31' then 'ended is blank' end as ended_problem
    from lived
"""


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as spare:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(spare)
        compare(make(folder, rows))


def make(folder: Path, rows: int) -> Path:
    path = folder / f"subscriptions_{rows}.parquet"
    if not path.exists():
        with duckdb.connect(config={"memory_limit": MEMORY, "threads": "2"}) as engine:
            engine.execute(f"copy ({SUBSCRIPTIONS.format(n=rows)}) to '{path}' (format parquet)")
    return path


def compare(path: Path) -> None:
    started, ended, last = single_rows(path)
    durations = ((ended.fillna(last) - started).dt.days).to_numpy(float)
    gone = ended.notna().to_numpy()
    print(f"{len(durations):,} subscriptions, {gone.mean():.0%} of them left")
    mine, took = timed(lambda: ours(path))
    peer, theirs = timed(lambda: lifelines(durations, gone))
    gap = largest_gap(mine, peer)
    print(f"largest difference of curve, limits and median: {gap:.1e}")
    if gap > EQUAL:
        raise SystemExit("the results differ, so that no time counts")
    print(f"{'':34}{'CPU s':>8}{'ratio':>8}")
    print(f"{'cxlib, from the Parquet file':34}{took:8.2f}{'':>8}")
    _, dated = timed(lambda: from_dates(started, ended, last))
    _, subtracted = timed(lambda: from_pandas(started, ended, last))
    print(f"{'lifelines, from dates':34}{dated:8.2f}{dated / took:8.1f}")
    print(f"{'lifelines, dates by pandas':34}{subtracted:8.2f}{subtracted / took:8.1f}")
    print(f"{'lifelines, the fit alone':34}{theirs:8.2f}{theirs / took:8.1f}")
    if find_spec("sksurv"):
        _, other = timed(lambda: scikit_survival(durations, gone))
        print(f"{'scikit-survival, rows in memory':34}{other:8.2f}{other / took:8.1f}")
    verdict = "met" if dated >= TARGET * took else "missed"
    print(f"target {TARGET:g} against lifelines from dates: {verdict}")


def single_rows(path: Path) -> tuple[pd.Series, pd.Series, pd.Timestamp]:
    """Start, end or none, of every customer, and the last day."""
    with duckdb.connect() as engine:
        rows = engine.execute(f"select started, ended from read_parquet('{path}')").df()
    return rows.started, rows.ended, max(rows.started.max(), rows.ended.max())


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The result, and the median of the CPU seconds of all threads."""
    seconds = []
    for _ in range(RUNS):
        began = time.process_time()
        found = work()
        seconds.append(time.process_time() - began)
    return found, sorted(seconds)[RUNS // 2]


def ours(path: Path) -> SurvivalCurve:
    engine = open_locked([path.parent], scratch=path.parent / "scratch", memory=MEMORY)
    table = cursor(engine).read_parquet(path)
    roles = ("customer", "started", "ended")
    mapping = Mapping("subscriptions", tuple((role, role) for role in roles))
    source = Source(table, mapping, path.name, (), rows=0)
    return kaplan_meier(read_life_table(source).lives[TOTAL])


def lifelines(durations: Any, gone: Any) -> KaplanMeierFitter:
    with np.errstate(divide="ignore", invalid="ignore"):
        return KaplanMeierFitter().fit(durations, gone)


def from_dates(started: pd.Series, ended: pd.Series, last: pd.Timestamp) -> KaplanMeierFitter:
    durations, gone = datetimes_to_durations(started, ended, fill_date=last, freq="D")
    return lifelines(durations, gone)


def from_pandas(started: pd.Series, ended: pd.Series, last: pd.Timestamp) -> KaplanMeierFitter:
    return lifelines((ended.fillna(last) - started).dt.days, ended.notna())


def scikit_survival(durations: Any, gone: Any) -> Any:
    from sksurv.nonparametric import kaplan_meier_estimator

    return kaplan_meier_estimator(gone.astype(bool), durations, conf_type="log-log")


def largest_gap(mine: SurvivalCurve, peer: KaplanMeierFitter) -> float:
    """Largest absolute difference, with differences of the median in days."""
    times = peer.timeline
    if list(mine.times) != times.tolist():
        raise SystemExit("the curves have different times")
    limits = peer.confidence_interval_.to_numpy()
    columns = (
        (mine.survival, peer.survival_function_.to_numpy()[:, 0]),
        (mine.low, limits[:, 0]),
        (mine.high, limits[:, 1]),
    )
    gaps = [
        abs(one - other)
        for own, theirs in columns
        for one, other in zip(own, theirs.tolist(), strict=True)
        if one is not None
    ]
    ends = median_survival_times(peer.confidence_interval_).to_numpy()[0]
    medians = zip(
        (mine.median, mine.median_low, mine.median_high),
        (peer.median_survival_time_, *ends),
        strict=True,
    )
    return max([*gaps, *(abs(one - other) for one, other in medians if one is not None)])


if __name__ == "__main__":
    main()
