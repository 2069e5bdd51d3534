"""Texts in Bahasa Indonesia: feedback: themes, impact, word lists."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
