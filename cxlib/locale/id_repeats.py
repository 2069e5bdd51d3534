"""Texts in Bahasa Indonesia: repeats."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
