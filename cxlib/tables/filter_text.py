"""Filters as text: the WHERE clause of SQL as analysts write it, and back.

Texts stand in single quotes; column names do without quotes, or have double ones around spaces.
Beside SQL's own operators there are the plain words `contains`, `does not contain`, `starts with`,
`does not start with`, `is blank` and `is not blank`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlglot import Dialect, exp
from sqlglot.errors import SqlglotError
from sqlglot.tokens import Token, TokenType

from cxlib.columns.naming import column_named
from cxlib.errors import BadOption
from cxlib.tables.filters import (
    BOUNDS,
    AllOf,
    AnyOf,
    Condition,
    Filter,
    Op,
    conditions,
    number_of,
    opposite,
)

LONGEST = 20_000
"""Characters of a filter that is read."""
EXAMPLE = "region in ('North', 'South') and (nps >= 9 or comment contains 'slow')"
SYMBOLS: dict[Op, str] = {
    "is": "=",
    "is not": "<>",
    "at least": ">=",
    "at most": "<=",
    "more than": ">",
    "less than": "<",
}
COMPARED: dict[type[exp.Expression], Op] = {
    exp.EQ: "is",
    exp.NEQ: "is not",
    exp.GTE: "at least",
    exp.LTE: "at most",
    exp.GT: "more than",
    exp.LT: "less than",
    # The tokens that stand in for the plain words; nobody can write them.
    exp.Glob: "contains",
    exp.SimilarTo: "starts with",
}
PHRASES: dict[tuple[str, ...], tuple[TokenType, ...]] = {
    ("does", "not", "start with"): (TokenType.NOT, TokenType.SIMILAR_TO),
    ("starts", "with"): (TokenType.SIMILAR_TO,),
    ("does", "not", "contain"): (TokenType.NOT, TokenType.GLOB),
    ("contains",): (TokenType.GLOB,),
    ("is", "not", "blank"): (TokenType.IS, TokenType.NOT, TokenType.NULL),
    ("is", "blank"): (TokenType.IS, TokenType.NULL),
}
KEYWORDS = {
    "and": TokenType.AND,
    "or": TokenType.OR,
    "not": TokenType.NOT,
    "in": TokenType.IN,
    "between": TokenType.BETWEEN,
    "is": TokenType.IS,
    "null": TokenType.NULL,
    "like": TokenType.LIKE,
    "ilike": TokenType.LIKE,
}
RESERVED = {word for phrase in PHRASES for word in phrase} | KEYWORDS.keys()
VALUES = (TokenType.STRING, TokenType.NUMBER, TokenType.DASH)
EQUALS = {("is",): TokenType.EQ, ("is", "not"): TokenType.NEQ}
"""What stands before a value like = and <>, as in the words of a filter."""
GIVEN = {
    TokenType.STRING,
    TokenType.IDENTIFIER,
    TokenType.NUMBER,
    TokenType.DASH,
    TokenType.COMMA,
    TokenType.L_PAREN,
    TokenType.R_PAREN,
    TokenType.EQ,
    TokenType.NEQ,
    TokenType.GT,
    TokenType.GTE,
    TokenType.LT,
    TokenType.LTE,
}
"""Tokens that stand for themselves; any other has to be a word."""
WORD = re.compile(r"[^\W\d]\w*(\s+[^\W\d]\w*)*")
"""A word, or several that are one keyword of SQL."""
PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
DIALECT = Dialect.get_or_raise(None)


MOST = 300
"""Conditions of one filter."""


def parse_filter(text: str, columns: Sequence[str]) -> Filter:
    """The filter that a text says.

    `not` is worked into the conditions, and `like` is read as `contains`, `starts with` or `is`.

    Args:
        text: such as `EXAMPLE`.
        columns: the columns of the file; spaces around names and capitals do not matter.

    Raises:
        BadOption: the text is no filter, or needs more than filters can do.
        ColumnMissing: it names a column that is not there.
    """
    if not text.strip():
        raise _refused("it is empty")
    if len(text) > LONGEST:
        raise BadOption(
            f"The filter has {len(text):,} characters; filters of up to {LONGEST:,} are read."
        )
    try:
        tokens = list(_meant(text, DIALECT.tokenize(text)))
        (tree,) = DIALECT.parser().parse_into(exp.Condition, tokens, text)
        if tree is None:
            raise _refused("it says nothing")
        found = _filter(tree, columns)
        if sum(1 for _ in conditions(found)) > MOST:
            raise BadOption(
                f"The filter has more than {MOST} conditions; say the values of one column in one: "
                "region in ('North', 'South')."
            )
        return found
    except RecursionError:
        raise BadOption(
            "The filter has too many brackets inside brackets; write it with fewer."
        ) from None
    except SqlglotError:
        raise _refused("it does not read as conditions joined by 'and' and 'or'") from None


def filter_text(one: Filter) -> str:
    """The text of a filter; `parse_filter` makes the same filter of it."""
    if isinstance(one, Condition):
        return _condition_text(one)
    parts = [filter_text(part) for part in one.parts]
    shown = [
        text if isinstance(part, Condition) else f"({text})"
        for part, text in zip(one.parts, parts, strict=True)
    ]
    return f" {one.joint} ".join(shown)


def _condition_text(one: Condition) -> str:
    simple = PLAIN.fullmatch(one.column) and one.column.lower() not in RESERVED
    column = one.column if simple else '"' + one.column.replace('"', '""') + '"'
    if one.op in ("is blank", "is not blank"):
        return f"{column} {one.op}"
    bare = one.op in BOUNDS
    values = [_value_text(value, bare=bare) for value in one.values]
    if one.op == "between":
        return f"{column} between {values[0]} and {values[1]}"
    if one.op in ("is", "is not") and len(values) != 1:
        return f"{column} {'in' if one.op == 'is' else 'not in'} ({', '.join(values)})"
    return f"{column} {SYMBOLS.get(one.op, one.op)} {values[0]}"


def _value_text(value: str, *, bare: bool) -> str:
    if bare and number_of(value) is not None:
        return value
    return "'" + value.replace("'", "''") + "'"


def _meant(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with phrases as operators and all other words as names of columns."""
    words = [_word(text, token) for token in tokens]
    place = 0
    while place < len(tokens):
        token, word = tokens[place], words[place]
        if token.comments:
            raise _refused("comments are not read")
        length, kinds = _phrase(words, tokens, place)
        if not word and token.token_type not in GIVEN:
            raise _refused(f"'{text[token.start : token.end + 1][:40]}' has no meaning in it")
        written = text[token.start : token.end + 1]
        yield from (_as(token, kind, written) for kind in kinds) if word else (token,)
        place += length


def _word(text: str, token: Token) -> str:
    """A word without quotes, in small letters; empty for any other token."""
    written = " ".join(text[token.start : token.end + 1].lower().split())
    return written if written == token.text.lower() and WORD.fullmatch(written) else ""


def _phrase(
    words: Sequence[str], tokens: Sequence[Token], place: int
) -> tuple[int, tuple[TokenType, ...]]:
    """How many tokens belong together here, and what they mean."""
    for length in (3, 2, 1):
        phrase = tuple(words[place : place + length])
        if phrase in PHRASES:
            return length, PHRASES[phrase]
        following = tokens[place + length : place + length + 1]
        if phrase in EQUALS and following and following[0].token_type in VALUES:
            return length, (EQUALS[phrase],)
    return 1, (KEYWORDS.get(words[place], TokenType.IDENTIFIER),)


def _as(token: Token, kind: TokenType, written: str) -> Token:
    return Token(kind, written, token.line, token.col, token.start, token.end)


def _filter(tree: exp.Expression, columns: Sequence[str]) -> Filter:
    if isinstance(tree, exp.Paren):
        return _filter(tree.this, columns)
    if isinstance(tree, exp.Not):
        return opposite(_filter(tree.this, columns))
    if isinstance(tree, exp.And | exp.Or):
        parts = tuple(_filter(part, columns) for part in _chain(tree))
        return AllOf(parts) if isinstance(tree, exp.And) else AnyOf(parts)
    return _condition(tree, columns)


def _chain(tree: exp.And | exp.Or) -> list[exp.Expression]:
    """The parts of a chain of the same joint, from left to right; brackets end a chain."""
    parts: list[exp.Expression] = []
    rest: exp.Expression = tree
    while isinstance(rest, type(tree)):
        parts.append(rest.expression)
        rest = rest.this
    return [rest, *reversed(parts)]


def _condition(tree: exp.Expression, columns: Sequence[str]) -> Filter:
    column = column_named("filter", _name(tree), columns)
    if isinstance(tree, exp.Is):
        if not isinstance(tree.expression, exp.Null):
            raise _refused(f"'{column} is' needs a value in single quotes, 'blank' or 'null'")
        return Condition(column, (), "is blank")
    if isinstance(tree, exp.Between):
        return Condition(column, (_value(tree.args["low"]), _value(tree.args["high"])), "between")
    if isinstance(tree, exp.In):
        return Condition(column, tuple(_value(one) for one in tree.expressions))
    if isinstance(tree, exp.Like):
        return _like(column, _value(tree.expression))
    return Condition(column, (_value(tree.expression),), COMPARED[type(tree)])


def _name(tree: exp.Expression) -> str:
    """The name of the column that a condition is about."""
    known: tuple[type[exp.Expression], ...] = (exp.Is, exp.Between, exp.In, exp.Like, *COMPARED)
    if not isinstance(tree, known):
        raise _refused(f"'{_shown(tree)}' compares nothing")
    if isinstance(tree, exp.In) and tree.args.get("field"):
        raise _refused("'in' needs brackets around its values")
    if not isinstance(tree.this, exp.Column):
        raise _refused(f"a condition begins with a column, not with {_shown(tree.this)}")
    return str(tree.this.name)


def _value(tree: exp.Expression) -> str:
    """A literal as text.

    Raises:
        BadOption: it is a column or an expression.
    """
    if isinstance(tree, exp.Literal):
        return str(tree.this)
    if isinstance(tree, exp.Neg) and isinstance(tree.this, exp.Literal) and tree.this.is_number:
        return f"-{tree.this.this}"
    if isinstance(tree, exp.Column):
        raise BadOption(
            f"The filter compares a column with {tree.name}; a text needs single quotes around "
            f"it: '{tree.name}'. For example: {EXAMPLE}."
        )
    raise _refused(f"'{_shown(tree)}' is neither a number nor a text in single quotes")


def _like(column: str, pattern: str) -> Condition:
    inner = pattern.strip("%")
    before, after = pattern.startswith("%"), pattern.endswith("%")
    if not inner or "%" in inner or "_" in inner or (before and not after):
        raise BadOption(
            f"The filter has like '{pattern[:40]}'; like can have '%text%' (contains) or 'text%' "
            f"(starts with). For other texts write {column} contains 'text'."
        )
    op: Op = "contains" if before else "starts with" if after else "is"
    return Condition(column, (inner,), op)


def _shown(tree: exp.Expression) -> str:
    return str(tree.sql()).replace('"', "")[:40]


def _refused(why: str) -> BadOption:
    return BadOption(
        f"The filter cannot be read: {why}. It can have =, <>, <, <=, >, >=, in, between, "
        "contains, starts with, like, is blank, not, and, or, brackets; text in single quotes. "
        f"For example: {EXAMPLE}."
    )
