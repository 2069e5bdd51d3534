"""Texts in Bahasa Melayu: answering."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
