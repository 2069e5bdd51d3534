"""Texts in Bahasa Melayu: lifetime value: what goes together with buying."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
