"""A language's catalogue, put together from its parts."""

from __future__ import annotations

from importlib import import_module

PARTS = (
    "answering",
    "charts",
    "clusters",
    "cohorts",
    "columns",
    "contract_value",
    "covariates",
    "desk",
    "drivers",
    "engagement",
    "feedback",
    "filters",
    "hazards",
    "joining",
    "monday",
    "moneypath",
    "notes",
    "projection",
    "quality",
    "reasons",
    "repeats",
    "revenue",
    "screen",
    "service",
    "signals",
    "silence",
    "spending",
    "survival",
    "text",
    "themes",
    "understand",
    "versus",
    "weighting",
    "worth",
)
"""What each language has a module of texts for: `id_charts`, `ms_charts` and so on."""


def catalogue(language: str) -> dict[str, str]:
    """English text to text, of all parts of a language ("id" or "ms")."""
    found: dict[str, str] = {}
    for part in PARTS:
        found |= import_module(f"cxlib.locale.{language}_{part}").TEXTS
    return found
