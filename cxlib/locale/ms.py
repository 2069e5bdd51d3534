"""Texts in Bahasa Melayu."""

from __future__ import annotations

from cxlib.locale import (
    ms_charts,
    ms_columns,
    ms_filters,
    ms_joining,
    ms_notes,
    ms_quality,
    ms_screen,
    ms_service,
    ms_text,
    ms_understand,
)

TEXTS: dict[str, str] = {}
for part in (
    ms_charts,
    ms_columns,
    ms_filters,
    ms_joining,
    ms_notes,
    ms_quality,
    ms_screen,
    ms_service,
    ms_text,
    ms_understand,
):
    TEXTS |= part.TEXTS
