"""Texts in Bahasa Melayu."""

from __future__ import annotations

from cxlib.locale import ms_charts, ms_notes, ms_screen

TEXTS: dict[str, str] = ms_charts.TEXTS | ms_notes.TEXTS | ms_screen.TEXTS
