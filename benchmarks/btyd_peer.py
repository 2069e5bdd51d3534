"""One fit or summary by another library, in its own interpreter: prints what it found as JSON.

    PYTHON benchmarks/btyd_peer.py STEP FOLDER RUNS

Run by `btyd.py`; needs the library, pandas and pyarrow, and nothing of this project. CPU seconds
are those of the work alone, with its data in memory: the median of the runs.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

Facts = dict[str, Any]
warnings.filterwarnings("ignore")


def timed(work: Callable[[], Any], runs: int) -> tuple[Any, float]:
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        found = work()
        seconds.append(time.process_time() - began)
    return found, sorted(seconds)[len(seconds) // 2]


def tuples(folder: Path, name: str = "buyers") -> pd.DataFrame:
    """Histories in weeks."""
    rows = pd.read_parquet(folder / f"{name}.parquet")
    return rows.assign(recency=rows.recency / 7, T=rows.age / 7)


def by_lifetimes(model: str, folder: Path, runs: int, *, weighted: bool) -> Facts:
    import lifetimes

    rows = tuples(folder, "tuples" if weighted else "buyers")
    fitter = {"bg": lifetimes.BetaGeoFitter, "pareto": lifetimes.ParetoNBDFitter}[model]
    data = (rows.frequency, rows.recency, rows["T"])
    more = {"weights": rows.n} if weighted else {}
    fit, cpu = timed(lambda: fitter().fit(*data, **more), runs)
    values = [float(value) for value in fit.params_]
    return {"cpu": cpu, "parameters": values, "version": lifetimes_version()}


def lifetimes_version() -> str:
    return f"lifetimes {version('lifetimes')}"


def spend(folder: Path, runs: int) -> Facts:
    from lifetimes import GammaGammaFitter

    rows = tuples(folder)
    rows = rows[rows.frequency > 0]
    mean = rows.spend / 10_000 / rows.frequency
    fit, cpu = timed(lambda: GammaGammaFitter().fit(rows.frequency, mean), runs)
    values = [float(value) for value in fit.params_]
    return {"cpu": cpu, "parameters": values, "version": lifetimes_version()}


def maximum_a_posteriori(folder: Path, runs: int) -> Facts:
    """BG/NBD with flat priors, so that the maximum is that of the likelihood."""
    from pymc_extras.prior import Prior
    from pymc_marketing.clv import BetaGeoModel

    rows = tuples(folder)
    data = pd.DataFrame(
        {
            "customer_id": np.arange(len(rows)),
            "frequency": rows.frequency,
            "recency": rows.recency,
            "T": rows["T"],
        }
    )
    flat = {name: Prior("HalfFlat") for name in ("r", "alpha", "a", "b")}

    def work() -> Any:
        model = BetaGeoModel(data=data, model_config=flat)
        model.fit(method="map", progressbar=False)
        return model.fit_result

    fit, cpu = timed(work, runs)
    found = fit["posterior"].dataset if hasattr(fit, "groups") else fit
    values = [float(np.asarray(found[name]).ravel()[0]) for name in ("r", "alpha", "a", "b")]
    return {"cpu": cpu, "parameters": values, "version": marketing_version()}


def marketing_version() -> str:
    return f"pymc-marketing {version('pymc-marketing')}"


def summary(peer: str, folder: Path, runs: int) -> Facts:
    """Recency, frequency and money of every customer, from the single purchases."""
    bought = pd.read_parquet(
        folder / "purchases.parquet", columns=["customer", "ordered", "amount"]
    )
    bought["amount"] = bought.amount / 10_000
    last = bought.ordered.max()
    if peer == "lifetimes":
        from lifetimes.utils import summary_data_from_transaction_data

        def work() -> pd.DataFrame:
            found = summary_data_from_transaction_data(
                bought, "customer", "ordered", "amount", observation_period_end=last
            )
            return found.reset_index()
    else:
        from pymc_marketing.clv.utils import rfm_summary

        def work() -> pd.DataFrame:
            found = rfm_summary(
                bought, "customer", "ordered", "amount", observation_period_end=last
            )
            return found.rename(columns={"customer_id": "customer"})

    found, cpu = timed(work, runs)
    path = folder / f"summary_{peer}.parquet"
    found.sort_values("customer").to_parquet(path, index=False)
    name = lifetimes_version() if peer == "lifetimes" else marketing_version()
    return {"cpu": cpu, "path": str(path), "version": f"{name}, pandas {pd.__version__}"}


STEPS: dict[str, Callable[[Path, int], Facts]] = {
    "bg": lambda folder, runs: by_lifetimes("bg", folder, runs, weighted=False),
    "bg-weights": lambda folder, runs: by_lifetimes("bg", folder, runs, weighted=True),
    "pareto-weights": lambda folder, runs: by_lifetimes("pareto", folder, runs, weighted=True),
    "spend": spend,
    "map": maximum_a_posteriori,
    "rfm-lifetimes": lambda folder, runs: summary("lifetimes", folder, runs),
    "rfm-marketing": lambda folder, runs: summary("marketing", folder, runs),
}

if __name__ == "__main__":
    step, where, times = sys.argv[1:4]
    print(json.dumps(STEPS[step](Path(where), int(times))))
