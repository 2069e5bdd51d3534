"""Texts in Bahasa Indonesia: lifetime value of contracts."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
