"""Canonical lazy tables, one per kind; filters and segments."""
