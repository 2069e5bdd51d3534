"""Texts in Bahasa Indonesia."""

from __future__ import annotations

from cxlib.locale.catalogue import catalogue

TEXTS = catalogue("id")
