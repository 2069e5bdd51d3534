"""CPU seconds and peak memory of the passes over many events and tickets, on the embedded engine.

    python benchmarks/events.py [FOLDER] [--events N] [--tickets N] [--only NAME]

Makes seeded typed tables in FOLDER, unless they are there, then runs each pass in a process of its
own; imports are not counted in the seconds. Sessions and customers are counted in SQL beside, and
have to agree, before a time counts. No test depends on a time.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cxlib.columns.business_hours import business_hours  # noqa: E402
from cxlib.columns.mapping import Mapping  # noqa: E402
from cxlib.engine.embedded import cursor, open_locked  # noqa: E402
from cxlib.metrics.backlog import backlog  # noqa: E402
from cxlib.metrics.engagement import active_customers, session_figures  # noqa: E402
from cxlib.models.service import service  # noqa: E402
from cxlib.stats.activity_days import active_gaps, gaps_of, moves_of, period_moves  # noqa: E402
from cxlib.stats.asked import first_and_last  # noqa: E402
from cxlib.stats.clicks import click_sums, clicks_of  # noqa: E402
from cxlib.stats.desk import read_desk  # noqa: E402
from cxlib.stats.engaged import read_engagement  # noqa: E402
from cxlib.stats.funnels import read_funnel  # noqa: E402
from cxlib.stats.groups import TOTAL  # noqa: E402
from cxlib.stats.habits import read_habits  # noqa: E402
from cxlib.stats.sessions import lengths_of, session_lengths, sessions_by_gap  # noqa: E402
from cxlib.stats.waits import read_waits  # noqa: E402
from cxlib.tables.activity import activity  # noqa: E402
from cxlib.tables.source import Source  # noqa: E402

MEMORY = "1GB"
OFFICE = "Mon-Fri 09:00-17:00 Europe/Paris"

DRAW = "create macro draw(x, below) as (hash(x) % below)::bigint"
EVENTS = """
    with base as (
        select i, i // 5 as s, draw(i // 5, greatest({n} // 60, 1)) as customer,
            draw(i // 5 + 77, 180 * 86400) + (i % 5) * 70 + draw(i + 5, 60) as second
        from range({n}) as t(i)
    )
    select i + 1 as row, 'C' || customer as customer, null::varchar as customer_problem,
        timestamp '2025-01-01' + to_seconds(second) as happened, null::varchar as happened_problem,
        ['view', 'search', 'cart', 'view', 'buy'][1 + draw(i + 9, 5)] as event,
        null::varchar as event_problem,
        draw(i + 3, 4)::double as shown, null::varchar as shown_problem,
        (draw(i + 3, 4) > 0 and draw(i + 4, 10) = 0)::int::double as clicked,
        null::varchar as clicked_problem, ['ios', 'web', 'tv'][1 + draw(s, 3)] as "c:platform"
    from base
"""
TICKETS = """
    with base as (
        select i, timestamp '2025-01-01' + to_seconds(draw(i, 365 * 86400)) as made,
            -ln((draw(i + 11, 1000000) + 1) / 1000001.0) as a,
            -ln((draw(i + 13, 1000000) + 1) / 1000001.0) as b
        from range({n}) as t(i)
    ),
    timed as (
        select *, made + to_seconds((a * 20000)::bigint) as reply,
            made + to_seconds((a * 20000 + b * 200000)::bigint) as done from base
    ),
    seen as (
        select *, case when reply < timestamp '2026-01-01' then reply end as first_replied,
            case when done < timestamp '2026-01-01' then done end as solved from timed
    )
    select i + 1 as row, made as created, null::varchar as created_problem,
        'C' || draw(i + 17, greatest({n} // 4, 1)) as customer, null::varchar as customer_problem,
        first_replied,
        case when first_replied is null then 'first_replied is blank' end as first_replied_problem,
        solved, case when solved is null then 'solved is blank' end as solved_problem,
        (draw(i + 19, 10) = 0)::int::double as reopened, null::varchar as reopened_problem,
        ['chat', 'mail', 'phone'][1 + draw(i + 23, 3)] as "c:channel",
        made::varchar || case when i % 2 = 0 then 'Z' else '' end as "c:created",
        first_replied::varchar || 'Z' as "c:first_replied", solved::varchar || 'Z' as "c:solved"
    from seen
"""
FILES = {"events": EVENTS, "tickets": TICKETS}


def make(folder: Path, kind: str, rows: int) -> Path:
    path = folder / f"{kind}_{rows}.parquet"
    if not path.exists():
        with duckdb.connect(config={"memory_limit": MEMORY, "threads": "2"}) as engine:
            engine.execute(DRAW)
            engine.execute(f"copy ({FILES[kind].format(n=rows)}) to '{path}' (format parquet)")
    return path


def opened(path: Path) -> Source:
    kind = path.name.partition("_")[0]
    engine = open_locked([path.parent], scratch=path.parent / "scratch", memory=MEMORY)
    table = cursor(engine).read_parquet(path)
    columns = tuple(name[2:] for name in table.columns if name.startswith("c:"))
    roles = [one for one in table.columns if f"{one}_problem" in table.columns]
    mapping = Mapping(kind, tuple((role, role) for role in roles))
    return Source(table, mapping, path.name, columns, rows=0)


def count(path: Path, query: str) -> int:
    with duckdb.connect(config={"memory_limit": MEMORY, "threads": "2"}) as engine:
        (row,) = engine.execute(query.format(file=f"read_parquet('{path}')")).fetchall()
        return int(row[0])


SESSIONS = """
    select sum((gap is null or gap > 1800)::int) from (
        select epoch(happened) - lag(epoch(happened)) over (partition by customer order by happened)
            as gap from {file})
"""


def active_days(path: Path) -> int:
    kept = activity(opened(path)).kept
    gaps = gaps_of(active_gaps(kept), None)[TOTAL]
    first, last = first_and_last(kept)
    days = active_customers(gaps, first=first, last=last)
    return sum(day.dau for day in days)


def sessions(path: Path) -> int:
    table = session_lengths(sessions_by_gap(activity(opened(path)).kept))
    return session_figures(lengths_of(table, None)[TOTAL]).n


def lifecycle(path: Path) -> int:
    table = period_moves(activity(opened(path)).kept, period="month")
    return sum(n for *_, came, _, n in moves_of(table, None)[TOTAL].moves if came == 0)


def clicks(path: Path) -> int:
    return clicks_of(click_sums(activity(opened(path)).kept), None)[TOTAL].clicked


def whole_engagement(path: Path) -> int:
    book = read_engagement(opened(path), period="month", by=["platform"])
    return session_figures(book.sessions[TOTAL]).n


def funnel(path: Path) -> int:
    book = read_funnel(opened(path), steps=("view", "cart", "buy"), within=7 * 86_400)
    return book.times[TOTAL][0].customers


def habits(path: Path) -> int:
    return sum(n for *_, n in read_habits(opened(path)).rows)


def speed(path: Path) -> int:
    waits = read_waits(opened(path), by=["channel"])
    found = service(waits.lives, within=(4, 24, 72))
    return found.speeds["solve"][TOTAL].n


def office_hours(path: Path) -> int:
    waits = read_waits(opened(path), hours=business_hours(OFFICE))
    return service(waits.lives, within=(4, 24, 72)).speeds["solve"][TOTAL].n


def desk(path: Path) -> int:
    book = read_desk(opened(path), period="month", by=["channel"])
    return sum(one.arrivals for one in backlog(book.flow, period="month", seen=book.seen))


PASSES: dict[str, tuple[str, Callable[[Path], int], str]] = {
    "active days": (
        "events",
        active_days,
        "select count(*) from (select distinct customer, happened::date from {file})",
    ),
    "sessions": ("events", sessions, SESSIONS),
    "lifecycle": ("events", lifecycle, "select count(distinct customer) from {file}"),
    "clicks": ("events", clicks, "select sum(clicked) from {file}"),
    "whole engagement, one segment": ("events", whole_engagement, SESSIONS),
    "funnel of 3": (
        "events",
        funnel,
        "select count(distinct customer) from {file} where event = 'view'",
    ),
    "engagement score": (
        "events",
        habits,
        "select count(distinct customer) from {file} where happened::date > (select "
        "max(happened)::date - 56 from {file}) and happened::date <= (select "
        "max(happened)::date - 28 from {file})",
    ),
    "service, one segment": ("tickets", speed, "select count(*) from {file}"),
    "service in business hours": ("tickets", office_hours, "select count(*) from {file}"),
    "queue, contacts, heat": ("tickets", desk, "select count(*) from {file}"),
}


def run(name: str, path: Path) -> None:
    """One pass in this process."""
    start, clock = time.process_time(), time.perf_counter()
    found = PASSES[name][1](path)
    cpu, wall = time.process_time() - start, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"found": found, "cpu": cpu, "wall": wall, "peak": peak}))


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--events", type=int, default=20_000_000)
    words.add_argument("--tickets", type=int, default=2_000_000)
    words.add_argument("--only", choices=PASSES)
    words.add_argument("--run", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    given = words.parse_args()
    if given.run:
        run(given.run[0], Path(given.run[1]))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = (given.folder or Path(made)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        rows = {"events": given.events, "tickets": given.tickets}
        print(f"{'pass':32}{'rows':>12}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}")
        for name in [given.only] if given.only else PASSES:
            kind, _, query = PASSES[name]
            path = make(folder, kind, rows[kind])
            command = [sys.executable, __file__, "--run", name, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            found = json.loads(done.stdout)
            wanted = count(path, query)
            if found["found"] != wanted:
                raise SystemExit(f"{name}: {found['found']:,}, counted in SQL {wanted:,}")
            print(
                f"{name:32}{rows[kind]:12,}{found['cpu']:8.1f}{found['wall']:8.1f}"
                f"{found['peak']:9.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
