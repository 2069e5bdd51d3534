"""Text to numbers: decimal point or comma, thousands, currency signs, percent, brackets for minus.

A number is read by the decimal mark of its column, which is decided once (`cxlib.columns.profile`).
Grouping is strict: "1.234.567" and "1,00,000" are grouped, "12,34,5" is not a number.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

MONEY = 10_000
"""Amounts are whole ten-thousandths of the currency, so that sums are exact."""

_SPACE = "[ \u00a0\u202f]"
_SIGNS = "$€£¥₹₽₩₫₱฿₺₪₦¢"
_CODES = (
    "rp rm idr myr usd eur gbp sgd aud nzd cad jpy cny rmb inr thb php vnd krw hkd twd chf sek nok "
    "dkk pln czk huf brl mxn zar aed sar try rub kr zł kč ft"
)
CURRENCY = rf"(?i:(?:us|au|nz|hk|[acrs])?[{_SIGNS}]|(?:{'|'.join(_CODES.split())})\.?)"
"""A currency's sign or code, beside a number."""

_GROUP = {".": f"(?:,|{_SPACE}|['’])", ",": rf"(?:\.|{_SPACE}|['’])"}
_MARK = {".": r"\.", ",": ","}
_LARGE = 99_999_999_999_999.0


def _body(decimal: str) -> str:
    group, mark = _GROUP[decimal], _MARK[decimal]
    thousands = rf"[0-9]{{1,3}}(?:{group}[0-9]{{3}})+"
    lakhs = rf"[0-9]{{1,2}}(?:{group}[0-9]{{2}})+{group}[0-9]{{3}}"
    grouped = f"{thousands}|{lakhs}"
    return rf"((?:{grouped}|[0-9]+)(?:{mark}[0-9]*)?(?:[eE][+-]?[0-9]+)?|{mark}[0-9]+)"


def _pattern(decimal: str, tail: str) -> str:
    sign = rf"[+\-−]?{_SPACE}?"
    return (
        rf"^\(?{sign}(?:{CURRENCY}{_SPACE}?)?{sign}{_body(decimal)}"
        rf"{_SPACE}?(?:{CURRENCY}{tail})?(?:[,.]?-)?\)?$"
    )


_NUMBER = {decimal: _pattern(decimal, "|%") for decimal in ".,"}
_AMOUNT = {decimal: _pattern(decimal, "") for decimal in ".,"}
_NEGATIVE = r"^\(.*\)$|^[^0-9]*[-−]|[0-9]-$"


def as_number(text: ir.StringValue, decimal: str) -> ir.FloatingValue:
    """The number written in each cell as float64, NULL where there is none.

    "12.5%" is 0.125; "(12.50)" and "12.50-" are negative. NaN, infinity and words are no numbers.

    Args:
        text: trimmed cells.
        decimal: the column's decimal mark, "." or ",".
    """
    digits = _signed(text, decimal, _NUMBER)
    written = ibis.ifelse(
        text.endswith("%"), digits.try_cast("float64") / 100, digits.try_cast("float64")
    )
    plain = _plain(text, decimal)
    return ibis.ifelse(plain.notnull(), plain, written)


def as_money(text: ir.StringValue, decimal: str) -> ir.IntegerValue:
    """The amount in each cell in 1/10,000 of its currency (int64), NULL where there is none.

    Halves are rounded away from zero. Amounts beyond the range of int64 are NULL.

    Args:
        text: trimmed cells.
        decimal: the column's decimal mark, "." or ",".
    """
    plain = ibis.ifelse(_plain(text, decimal).notnull(), _pointed(text, decimal), None)
    exact = (plain.try_cast("decimal(18, 4)") * MONEY).cast("int64")
    # A CASE, not coalesce: DuckDB hoists what coalesce's arms share and runs it for every row.
    return ibis.ifelse(exact.notnull(), exact, _ornamented(text, decimal))


def _ornamented(text: ir.StringValue, decimal: str) -> ir.IntegerValue:
    """Amounts with currency, grouping or brackets, and those of 15 digits or more."""
    digits = _signed(text, decimal, _AMOUNT)
    near = digits.try_cast("float64").abs() < _LARGE
    exact = (digits.try_cast("decimal(18, 4)") * MONEY).cast("int64")
    return ibis.ifelse(near, exact, (digits.try_cast("decimal(24, 4)") * MONEY).try_cast("int64"))


def _pointed(text: ir.StringValue, decimal: str) -> ir.StringValue:
    """Cells without grouping, with a decimal point; NULL where points group a comma column."""
    return text if decimal == "." else ibis.ifelse(text.contains("."), None, text.replace(",", "."))


def _plain(text: ir.StringValue, decimal: str) -> ir.FloatingValue:
    """Numbers without ornament, by the engine's own cast: nearly every cell, and fast."""
    number = _pointed(text, decimal).try_cast("float64")
    fine = ~number.isnan() & ~number.isinf() & ~text.contains("_")
    return ibis.ifelse(fine, number, None)


def _signed(text: ir.StringValue, decimal: str, patterns: dict[str, str]) -> ir.StringValue:
    """The digits of an ornamented number, with its sign and a decimal point; NULL elsewhere."""
    # Searching is many times faster than extracting, and most cells that come here do not match.
    known = ibis.ifelse(text.re_search(patterns[decimal]), text, None)
    body = known.re_extract(patterns[decimal], 1)
    bare = body.re_replace("[ \u00a0\u202f'’" + ("," if decimal == "." else ".") + "]", "")
    return ibis.ifelse(text.re_search(_NEGATIVE), "-", "") + bare.replace(",", ".")
