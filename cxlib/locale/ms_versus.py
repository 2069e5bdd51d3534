"""Texts in Bahasa Melayu: versus."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
