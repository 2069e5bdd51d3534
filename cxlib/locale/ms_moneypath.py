"""Texts in Bahasa Melayu: moneypath."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
