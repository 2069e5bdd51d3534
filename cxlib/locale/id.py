"""Texts in Bahasa Indonesia."""

from __future__ import annotations

from cxlib.locale import id_charts, id_notes, id_screen

TEXTS: dict[str, str] = id_charts.TEXTS | id_notes.TEXTS | id_screen.TEXTS
