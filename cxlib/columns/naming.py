"""Finding a column by the name that somebody typed."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.errors import ColumnMissing


def column_named(role: str, name: str, columns: Sequence[str]) -> str:
    """The file's column of that name; spaces around never matter.

    Capitals matter only where two columns differ by them.

    Args:
        role: what the column is wanted for, for the error.
        name: the name as it was typed.
        columns: the columns that are there.

    Raises:
        ColumnMissing: there is none, or several differ by capitals only.
    """
    wanted = name.strip()
    if wanted in columns:
        return wanted
    alike = [one for one in columns if one.casefold() == wanted.casefold()]
    if len(alike) == 1:
        return alike[0]
    raise ColumnMissing(role, wanted, columns)
