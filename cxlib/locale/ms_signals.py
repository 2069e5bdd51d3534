"""Texts in Bahasa Melayu: trends, alerts, targets."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
