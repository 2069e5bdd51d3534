"""In what a mapping differs from what was guessed, each taken back alone; and one-click fixes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cxlib.columns.choices import CHOICES
from cxlib.columns.dates import in_words
from cxlib.columns.kinds import kind_names
from cxlib.columns.mapping import AMBIGUOUS, HASH, HIDE, Mapping, Reading
from cxlib.columns.masking import how_shown
from cxlib.locale.speak import say

CHOICE, BLANK, DATES, DECIMAL, PERSONAL = "choice", "blank", "dates", "decimal", "personal"
LAYOUT, ROLE, SCALE, REVERSED, SCORE = "layout", "role", "scale", "reversed", "score"
FIELDS = {
    DATES: "date_format",
    DECIMAL: "decimal",
    SCALE: "scale",
    REVERSED: "reversed",
    SCORE: "score",
}
"""Parts of a reading that are taken back whole."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One decision that mends what is wrong with a file.

    Attributes:
        name: `CHOICE`, `BLANK`, `DATES`, `DECIMAL` or `PERSONAL`.
        column: the column; for a choice its name.
        value: the option, the code that means no answer, the date format, the decimal mark, or
            how the column is masked.
    """

    name: str
    column: str
    value: str

    def apply(self, mapping: Mapping) -> Mapping:
        """The mapping with this decision."""
        if self.name == CHOICE:
            return mapping.with_choice(self.column, self.value)
        if self.name == PERSONAL:
            return mapping.with_personal(self.column, self.value)
        how = mapping.reading(self.column)
        if self.name == DATES:
            return _reread(mapping, self.column, replace(how, date_format=self.value))
        if self.name == DECIMAL:
            return _reread(mapping, self.column, replace(how, decimal=self.value))
        blanks = tuple(dict.fromkeys((*how.blanks, self.value)))
        return _reread(mapping, self.column, replace(how, blanks=blanks))

    @property
    def label(self) -> str:
        """What a button says."""
        if self.name == CHOICE:
            return choice_words(self.column, self.value)
        if self.name == BLANK:
            return say("Treat {code} as blank", code=self.value)
        if self.name == DATES:
            return say("Read month first") if _month_first(self.value) else say("Read day first")
        if self.name == DECIMAL:
            return say("Read 1.234,5") if self.value == "," else say("Read 1,234.5")
        return say("Hash the column") if self.value == HASH else say("Hide the column")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the mapping in use and the guess.

    Attributes:
        guessed: the guess.
        part: what differs: a constant of this module.
        name: the role, the column or the choice that it is about; "" for the layout.
        value: for a code that means no answer: the code.
        text: the difference, as a sentence.
    """

    guessed: Mapping
    part: str
    name: str
    value: str
    text: str

    def undo(self, current: Mapping) -> Mapping:
        """The mapping without this difference; the guess itself where no other is left."""
        taken = _taken_back(self, current)
        return taken if changes(self.guessed, taken) else self.guessed


def changes(guessed: Mapping, current: Mapping) -> tuple[Change, ...]:
    """Everything in which the mapping in use differs from the guess.

    A reading of a column that bears no role, and the order in which a mapping lists its parts,
    change nothing and are no difference.

    Args:
        guessed: the guess, with a reading for every column that `current` uses.
        current: the mapping in use.
    """
    found = (
        *_layout(guessed, current),
        *_readings(guessed, current),
        *_choices(guessed, current),
        *_personal(guessed, current),
    )
    return tuple(Change(guessed, *one) for one in found)


_Found = Iterator[tuple[str, str, str, str]]


def _taken_back(change: Change, current: Mapping) -> Mapping:
    guessed, name = change.guessed, change.name
    if change.part == LAYOUT:
        return replace(current, kind=guessed.kind, roles=guessed.roles, splits=guessed.splits)
    if change.part == ROLE:
        others = [pair for pair in current.roles if pair[0] != name]
        pairs = [*others, *(pair for pair in guessed.roles if pair[0] == name)]
        order = [one.name for one in current.file_kind.roles]
        return replace(current, roles=tuple(sorted(pairs, key=lambda pair: order.index(pair[0]))))
    if change.part == CHOICE:
        return current.with_choice(name, guessed.choice(name))
    if change.part == PERSONAL:
        return current.with_personal(name, how_shown(guessed, name))
    how, before = current.reading(name), guessed.reading(name)
    if change.part == BLANK:
        return _reread(current, name, replace(how, blanks=_without(change.value, how, before)))
    field = FIELDS[change.part]
    restored: dict[str, Any] = {field: getattr(before, field)}
    return _reread(current, name, replace(how, **restored))


def _without(code: str, how: Reading, before: Reading) -> tuple[str, ...]:
    """The codes for no answer as if nothing had been decided about this one."""
    if code in how.blanks:
        return tuple(one for one in how.blanks if one != code)
    known = {*how.blanks, code}
    kept = [one for one in before.blanks if one in known]
    return (*kept, *(one for one in how.blanks if one not in kept))


def _reread(mapping: Mapping, column: str, how: Reading) -> Mapping:
    """A copy with this reading, in its old place."""
    if how == mapping.reading(column):
        return mapping
    if all(name != column for name, _ in mapping.readings):
        return mapping.with_reading(column, how)
    readings = tuple((name, how if name == column else old) for name, old in mapping.readings)
    return replace(mapping, readings=readings)


def _layout(guessed: Mapping, current: Mapping) -> _Found:
    if current.kind != guessed.kind:
        yield (
            LAYOUT,
            "",
            "",
            say(
                "Read as {kind}, not as {guessed}",
                kind=kind_names()[current.kind],
                guessed=kind_names()[guessed.kind],
            ),
        )
    elif set(current.splits) != set(guessed.splits):
        yield LAYOUT, "", "", say("Other questions of the long survey are columns")
    else:
        yield from _roles(guessed, current)


def _roles(guessed: Mapping, current: Mapping) -> _Found:
    for role in current.file_kind.roles:
        now, before = current.columns(role.name), guessed.columns(role.name)
        if set(now) == set(before):
            continue
        values = {"role": role.name, "now": ", ".join(now), "before": ", ".join(before)}
        if not now:
            text = say("{role} is not read (guessed: {before})", **_only(values, "role before"))
        elif not before:
            text = say("{role} is read from {now}", **_only(values, "role now"))
        else:
            text = say("{role} is read from {now} (guessed: {before})", **values)
        yield ROLE, role.name, "", text


def _only(values: dict[str, str], names: str) -> dict[str, str]:
    return {name: values[name] for name in names.split()}


def _readings(guessed: Mapping, current: Mapping) -> _Found:
    borne = dict.fromkeys(column for _, column in (*current.roles, *guessed.roles))
    for column in borne:
        now, before = current.reading(column), guessed.reading(column)
        for code in now.blanks:
            if code not in before.blanks:
                text = say("{code} in {column} counts as blank", code=code, column=column)
                yield BLANK, column, code, text
        for code in before.blanks:
            if code not in now.blanks:
                text = say("{code} in {column} no longer counts as blank", code=code, column=column)
                yield BLANK, column, code, text
        yield from _reading(column, now, before)


def _reading(column: str, now: Reading, before: Reading) -> _Found:
    if now.date_format != before.date_format:
        form = _form(now.date_format)
        yield DATES, column, "", say("Dates in {column} are read {form}", column=column, form=form)
    if now.decimal != before.decimal:
        comma = now.decimal == ","
        text = (
            say("Numbers in {column} have a decimal comma", column=column)
            if comma
            else say("Numbers in {column} have a decimal point", column=column)
        )
        yield DECIMAL, column, "", text
    if now.scale != before.scale:
        scale = f"{now.scale[0]}–{now.scale[1]}" if now.scale else say("the usual one")
        yield SCALE, column, "", say("The scale of {column}: {scale}", column=column, scale=scale)
    if now.reversed != before.reversed:
        text = (
            say("A low answer in {column} is good", column=column)
            if now.reversed
            else say("A high answer in {column} is good", column=column)
        )
        yield REVERSED, column, "", text
    if now.score != before.score:
        text = say("{column} counts the answers of {score}", column=column, score=now.score)
        yield SCORE, column, "", text


def _choices(guessed: Mapping, current: Mapping) -> _Found:
    for name in CHOICES:
        if current.choice(name) != guessed.choice(name):
            option = choice_words(name, current.choice(name))
            text = say("{choice}: {option}", choice=choice_title(name), option=option.lower())
            yield CHOICE, name, "", text


def _personal(guessed: Mapping, current: Mapping) -> _Found:
    for column in dict.fromkeys(name for name, _ in (*current.personal, *guessed.personal)):
        now = how_shown(current, column)
        if now == how_shown(guessed, column):
            continue
        if now == HIDE:
            text = say("{column} is hidden", column=column)
        elif now == HASH:
            text = say("{column} is hashed", column=column)
        else:
            text = say("{column} is shown", column=column)
        yield PERSONAL, column, "", text


def choice_title(name: str) -> str:
    """A choice, for a reader."""
    return {
        "duplicates": say("Repeated rows"),
        "cancelled": say("Cancelled orders"),
        "refunds": say("Refunds"),
        "zero": say("Amounts of zero"),
        "guests": say("Orders without a customer"),
        "repeats": say("Several answers of one customer"),
        "stays": say("Several contracts of one customer"),
    }[name]


def choice_words(name: str, option: str) -> str:
    """An option of a choice, for a reader."""
    if name == "guests":
        return say("Leave out") if option == "drop" else say("Keep as guests")
    if name == "repeats":
        return say("All count") if option == "keep" else say("The latest counts")
    if name == "stays":
        return say("Each by itself") if option == "keep" else say("Join to stays")
    if name == "duplicates":
        return say("Keep") if option == "keep" else say("Drop repeats")
    return say("Keep") if option == "keep" else say("Leave out")


def _month_first(form: str) -> bool:
    return form.startswith("%m")


def _form(form: str) -> str:
    if form == AMBIGUOUS:
        return say("in no order yet")
    if form.startswith(("%d", "%m")) and "%m" in form:
        return say("month first") if _month_first(form) else say("day first")
    return say("as {form}", form=in_words(form))
