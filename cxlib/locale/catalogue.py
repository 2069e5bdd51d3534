"""A language's catalogue, put together from its parts."""

from __future__ import annotations

from importlib import import_module

PARTS = (
    "charts",
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
    "notes",
    "projection",
    "quality",
    "reasons",
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
    "worth",
)
"""What each language has a module of texts for: `id_charts`, `ms_charts` and so on."""


def catalogue(language: str) -> dict[str, str]:
    """English text to text, of all parts of a language ("id" or "ms")."""
    found: dict[str, str] = {}
    for part in PARTS:
        found |= import_module(f"cxlib.locale.{language}_{part}").TEXTS
    return found
