"""Texts in Bahasa Melayu: clusters."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
