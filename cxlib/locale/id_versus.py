"""Texts in Bahasa Indonesia: versus."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
