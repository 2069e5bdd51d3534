"""Texts in Bahasa Indonesia: lifetime value: spend, lists, limits."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
