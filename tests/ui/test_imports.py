"""What a page loads before it can draw: nothing slow that it may never need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"scipy.stats", "lifelines", "matplotlib"}
CODE = """
import sys
from importlib import import_module
from pkgutil import iter_modules
import cxlib.ui
for one in iter_modules(cxlib.ui.__path__, "cxlib.ui."):
    import_module(one.name)
print(*sys.modules)
"""


def test_pages_load_no_slow_library():
    run = [sys.executable, "-c", CODE]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"cxlib.models.purchase_fit", "cxlib.ui.hazards"} <= loaded
    assert not loaded & SLOW
