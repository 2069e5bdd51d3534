"""Texts in Bahasa Melayu: repeats."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
