"""Texts in Bahasa Melayu: feedback: sentiment, quotes, languages."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
