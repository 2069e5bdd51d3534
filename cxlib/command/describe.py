"""`describe`: what a file is, and what its columns hold."""

from __future__ import annotations

from cxlib.command.answer import Answer, Result, Rows
from cxlib.command.asked import Asked
from cxlib.command.options import READING
from cxlib.command.running import command
from cxlib.command.shown import UNKNOWN, Column, Table, fields_table, percent, text
from cxlib.tables.question import Coverage

EXAMPLE = 24
"""Characters of an example that people see."""
