"""The measure algebra of the catalogue: its text to a tree. Ten forms; nothing else parses."""

import re
from dataclasses import dataclass
from decimal import Decimal

CUTOFF = object()
FORMS = {"count", "distinct", "sum", "latest", "bounds", "mean", "spread", "ratio", "top", "attainment"}
TOKEN = re.compile(r'\s*(?:"([^"]*)"|(<=|>=|!=|[(){},=<>])|([^\s(){},=<>!"]+))')


@dataclass(frozen=True)
class Condition:
    of_activity: bool
    field: str
    test: str  # = != < <= > >= in has present missing
    values: tuple


@dataclass(frozen=True)
class Measure:
    form: str
    table: str = ""
    fields: tuple = ()  # (of_activity, name): the measured columns; of a mean, the value and its weight
    once: tuple | None = None
    where: tuple = ()
    parts: tuple = ()  # of a ratio: both sides; of top: the inner measure
    key: str | None = None
    number: int = 0
    code: str = ""


def parse(text):
    tokens = []
    at = 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"{text!r} at {at}")
        at = found.end()
        quoted, sign, word = found.groups()
        tokens.append(("text", quoted) if quoted is not None else ("sign", sign) if sign else ("word", word))
    parser = Parser(tokens)
    measure = parser.measure()
    if parser.tokens:
        raise ValueError(f"{text!r}: {parser.tokens} is left")
    return measure


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens

    def next(self):
        return self.tokens.pop(0)[1]

    def take(self, wanted):
        if self.tokens and self.tokens[0] in (("sign", wanted), ("word", wanted)):
            self.tokens.pop(0)
            return True
        return False

    def must(self, wanted):
        if not self.take(wanted):
            raise ValueError(f"{wanted} was expected before {self.tokens[:3]}")

    def measure(self):
        form = self.next()
        if form not in FORMS:
            raise ValueError(form)
        self.must("(")
        made = getattr(self, form if form in ("count", "ratio", "top", "attainment", "mean") else "column_form")
        measure = made(form)
        self.must(")")
        return measure

    @staticmethod
    def table(name):
        return {"readings": "indicators", "good_practices": "good-practices"}.get(name, name)

    def column(self):
        table, name = self.next().split(".", 1)
        return self.table(table), self.field_of(name)

    @staticmethod
    def field_of(name):
        return (True, name[len("activity."):]) if name.startswith("activity.") else (False, name)

    def tail(self):
        once, where = None, []
        if self.take("once"):
            self.must("per")
            once = self.field_of(self.next())
        if self.take("where"):
            where.append(self.condition())
            while self.take("and"):
                where.append(self.condition())
        return {"once": once, "where": tuple(where)}

    def condition(self):
        of_activity, name = self.field_of(self.next())
        word = self.next()
        if word == "is":
            return Condition(of_activity, name, self.next(), ())
        if word == "in":
            self.must("{")
            values = [self.value()]
            while self.take(","):
                values.append(self.value())
            self.must("}")
            return Condition(of_activity, name, "in", tuple(values))
        return Condition(of_activity, name, word, (self.value(),))

    def value(self):
        kind, text = self.tokens.pop(0)
        if kind == "text":
            return text
        if text == "cutoff":
            return CUTOFF
        return Decimal(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text

    def count(self, form):
        return Measure(form, self.table(self.next()), **self.tail())

    def column_form(self, form):
        table, first = self.column()
        fields = [first]
        while self.take(","):
            other = self.next()
            fields.append(self.field_of(other.split(".", 1)[1] if other.startswith(("activities.",)) else other))
        return Measure(form, table, tuple(fields), **self.tail())

    def mean(self, form):
        table, value = self.column()
        self.must("by")
        weight = self.field_of(self.next())
        return Measure(form, table, (value, weight), **self.tail())

    def ratio(self, form):
        above = self.measure()
        self.must(",")
        below = self.measure()
        key = self.next() if self.take("on") else None
        return Measure(form, above.table, parts=(above, below), key=key)

    def top(self, form):
        number = int(self.next())
        self.must(",")
        inner = self.measure()
        self.must("by")
        _, by = self.column()
        return Measure(form, inner.table, (by,), parts=(inner,), number=number)

    def attainment(self, form):
        return Measure(form, "attainments", code=self.next())
