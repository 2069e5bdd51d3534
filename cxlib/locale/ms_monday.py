"""Texts in Bahasa Melayu: monday."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
