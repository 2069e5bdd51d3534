"""Texts in Bahasa Indonesia: drivers: what matters for an outcome."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
