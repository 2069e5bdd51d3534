"""Text to moments: every written form is turned into ISO text by one pattern, then cast once.

A moment has no zone: text with an offset is converted to UTC, other text is kept as written.
Moments outside 1900 to 2199 are none.
"""

from __future__ import annotations

import re

import ibis
import ibis.expr.types as ir

from cxlib.columns.duck import make_timestamp
from cxlib.columns.mapping import AMBIGUOUS, EXCEL, UNIX, UNIX_MS
from cxlib.columns.numbers import as_number
from cxlib.errors import BadOption

_DAY = 86_400
_EXCEL_EPOCH = 25_569
"""Excel's day number of 1970-01-01."""
_RANGE = (-2_208_988_800, 7_258_118_399)
"""Seconds from 1970 to the first and the last second of 1900 to 2199."""

_COUNTED = {EXCEL: (-_EXCEL_EPOCH, _DAY), UNIX: (0, 1), UNIX_MS: (0, 0.001)}
"""Formats that are numbers: what is added, and the seconds in one unit."""

_GROUPS = {
    "Y": "([0-9]{4})",
    "y": "([0-9]{2})",
    "m": "([0-9]{1,2})",
    "b": "([0-9]{2})",
    "d": "([0-9]{1,2})",
    "H": "([0-9]{1,2})",
    "I": "([0-9]{1,2})",
    "M": "([0-9]{2})",
    "S": "([0-9]{2})",
    "f": "([0-9]{1,6})",
    "p": "([AaPp][Mm])",
    "z": "([+-][0-9:]{4,6}|Z)",
}
_SAME = {"B": "b", "h": "b", "e": "d"}
_IGNORED = {"Z": "[A-Za-z]+"}

_MONTHS = tuple(
    (name, f"{number:02d}")
    for number, names in enumerate(
        (
            "jan|feb peb|mar mac|apr|may mei|jun|jul|aug agu agt ags ogo|sep|oct okt|nov nop"
            "|dec des dis"
        ).split("|"),
        start=1,
    )
    for name in names.split()
)
"""First letters of the month names in English, Indonesian and Malay."""
_WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun|senin|selasa|rabu|kamis|khamis|jum|sabtu|minggu|ahad|isnin"
_WEEKDAY = rf"^(?:{_WEEKDAYS})[a-z']*[,.]?\s+"
_ORDINAL = r"([0-9])(?:st|nd|rd|th)\b"
_CLOCK = (
    r"^([0-9-]+)[T ]+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:UTC|GMT|Z)?\s*([+-][0-9]{2}(?::?[0-9]{2})?)?$"
)
_AFTERNOON = r"[T ](?:0?[0-9]|1[01]):[0-9:.,]*\s*[Pp]\.?[Mm]\b"
_MIDNIGHT = r"[T ]12:[0-9:.,]*\s*[Aa]\.?[Mm]\b"
_SEPARATORS = r"[-/., ]+"

Steps = tuple[tuple[str, str], ...]


def iso_text(text: ir.StringValue, date_format: str) -> ir.StringValue:
    """Dates of a strptime format as ISO text, for `moment_of`; other cells stay as they are.

    ISO text is read under every format. A time may follow the date.

    Args:
        text: trimmed cells.
        date_format: "" for ISO, a strptime format, or one of the marks in `mapping`.

    Raises:
        BadOption: the format has a directive that is not known, or does not name a day.
    """
    if not date_format or date_format == AMBIGUOUS or date_format in _COUNTED:
        return text
    if "%b" in _plain(date_format):
        text = _numbered_month(text)
    for pattern, rewritten in iso_steps(date_format):
        text = text.re_replace(pattern, rewritten)
    return text


def moment_of(text: ir.StringValue, date_format: str) -> ir.TimestampValue:
    """The moment in each cell that `iso_text` gave, NULL where there is none.

    Two steps, with `stage` between them: the text is used many times over here.
    """
    if date_format == AMBIGUOUS:
        return ibis.null("timestamp")
    if date_format in _COUNTED:
        added, seconds = _COUNTED[date_format]
        number = (as_number(text, ".") + added) * seconds
        near = ibis.ifelse(number.between(*_RANGE), number, None)
        return make_timestamp((near * 1e6).round().cast("int64"))
    in_range = (text >= "19") & (text < "22") & text.substr(4, 1).isin(["-", "/"])
    dated = ibis.ifelse(in_range, text, None)
    # Each pattern stands once: what coalesce's arms repeat, DuckDB hoists and runs for every row.
    return ibis.coalesce(_cast(dated), _worded_clock(dated))


def has_offset(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a cell's time carries an offset or Z, so that it was converted to UTC."""
    offset = r"(?:Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})\b"
    return text.re_search(r"[0-9]:[0-9]{2}\S*\s*" + offset)


def in_words(date_format: str) -> str:
    """A format as an analyst writes it: dd/mm/yyyy."""
    words = {"": "yyyy-mm-dd", EXCEL: "Excel day number", UNIX: "Unix seconds", UNIX_MS: "Unix ms"}
    if date_format in words:
        return words[date_format]
    spelt = {"Y": "yyyy", "y": "yy", "m": "mm", "d": "dd", "b": "month", "B": "month", "M": "mm"}
    return re.sub(r"%-?([a-zA-Z])", lambda one: spelt.get(one[1], one[1].lower() * 2), date_format)


def check_format(date_format: str) -> str:
    """The format as it is kept, where it can be read.

    Raises:
        BadOption: the format has a directive that is not known, or does not name a day.
    """
    if date_format.lower() in ("iso", "%y-%m-%d") and date_format != "%y-%m-%d":
        return ""
    if date_format not in _COUNTED:
        iso_steps(date_format)
    return date_format


def iso_steps(date_format: str) -> Steps:
    """(pattern, replacement) pairs that turn dates of a format into ISO text; none for ISO."""
    if not date_format:
        return ()
    plain = _plain(date_format)
    if "%y" not in plain:
        return (_step(plain, _GROUPS["Y"], ""),)
    # POSIX: 69 to 99 are of the 20th century, 00 to 68 of the 21st.
    late = _step(plain, "(69|[7-9][0-9])", "19")
    return (late, _step(plain, _GROUPS["y"], "20"))


def _plain(date_format: str) -> str:
    """One spelling for directives that are read alike, %B as %b, %-d as %d; no weekday in front."""
    date_format = re.sub(r"^%[aA][,. ]*", "", date_format)
    return re.sub(r"%-?([a-zA-Z])", lambda one: "%" + _SAME.get(one[1], one[1]), date_format)


def _step(plain: str, year: str, century: str) -> tuple[str, str]:
    """One replacement: the format as a pattern with groups, and the groups in ISO order."""
    places: dict[str, int] = {}
    pattern = ""
    for directive, separators, other in re.findall(r"%([a-zA-Z])|([-/., ]+)|(.)", plain):
        if directive in _IGNORED:
            pattern += _IGNORED[directive]
        elif directive:
            places[directive] = len(places) + 1
            pattern += year if directive in "Yy" else _known(directive, plain)
        else:
            pattern += _SEPARATORS if separators else re.escape(other)
    day, clock = _rewritten(places, plain, century)
    tail = "" if clock else "(?:,?([T ].*))?"
    rest = clock or f"\\{len(places) + 1}"
    weekday = "(?:[A-Za-z']+[,.]? +)?"
    return f"^{weekday}{pattern}{tail}$", day + rest


def _known(directive: str, plain: str) -> str:
    if directive not in _GROUPS:
        raise BadOption(
            f"The date format '{plain}' has %{directive}, which is not read here; it may have "
            "%d, %m, %b, %Y, %y, %H, %I, %M, %S, %f, %p, %z, for example %d/%m/%Y."
        )
    return _GROUPS[directive]


def _rewritten(places: dict[str, int], plain: str, century: str) -> tuple[str, str]:
    """The ISO date, and the clock where the format spells it out."""
    year, month = places.get("Y") or places.get("y"), places.get("m") or places.get("b")
    if not (year and month and "d" in places):
        raise BadOption(
            f"The date format '{plain}' does not say where day, month and year stand; "
            "write it like %d/%m/%Y or %m/%d/%Y."
        )
    hour = places.get("H") or places.get("I")
    clock = f" \\{hour}:\\{places['M']}" if hour and "M" in places else ""
    for directive, before in (("S", ":"), ("f", "."), ("p", " "), ("z", "")):
        clock += f"{before}\\{places[directive]}" if clock and directive in places else ""
    return f"{century}\\{year}-\\{month}-\\{places['d']}", clock


def _numbered_month(text: ir.StringValue) -> ir.StringValue:
    """Weekday and ordinal ending dropped, the month's name replaced by its two digits."""
    small = text.lower().re_replace(_WEEKDAY, "").re_replace(_ORDINAL, r"\1")
    name = small.re_extract("([a-z]{3})", 1)
    number = name.cases(*_MONTHS, else_="00")
    return small.re_replace(r"^([^a-z]*)[a-z]{3,}(.*)$", ibis.literal("\\1") + number + "\\2")


def _cast(text: ir.StringValue) -> ir.TimestampValue:
    """The engine's cast; with the zone where a sign in the time says that there is an offset.

    A date alone, and one with a time to the second in 19 characters, has no room for an offset.
    """
    length = text.length()
    bare = (length <= 10) | ((length == 19) & (text.substr(16, 1) == ":"))
    return ibis.ifelse(
        ibis.ifelse(bare, False, text.substr(10).re_search("[(+-]")),
        ibis.ifelse(text.endswith(")"), None, text).try_cast("timestamp('UTC')").cast("timestamp"),
        text.try_cast("timestamp"),
    )


def _worded_clock(text: ir.StringValue) -> ir.TimestampValue:
    """Times with AM or PM, UTC in letters, a comma in the seconds, a space before the offset."""
    written = text.re_replace(_CLOCK, r"\1 \2\3").replace(",", ".").replace("(", "?")
    hours = ibis.cases((text.re_search(_AFTERNOON), 12), (text.re_search(_MIDNIGHT), -12), else_=0)
    return written.try_cast("timestamp('UTC')").cast("timestamp") + hours.as_interval("h")
