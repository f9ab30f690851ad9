"""Computes the figures of the catalogue from rows, by the definitions of the measure algebra.

Written from the meaning of the algebra (the crate's documentation of measures and of counting), rule by rule and
without regard to speed beyond what 20,000 activities need.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from decimal import Decimal

import algebra
from algebra import CUTOFF
from reading import HELD, MONEY, NOT_APPLICABLE, Row, Span, fold

ZERO = Decimal(0)
OWN_DAY = {"amounts": "date", "exchanges": "date", "consultations": "date", "milestones": "date", "indicators": "period"}
MADE = {"returns", "campaign", "attainments"}
DERIVED_MONEY = {"own_total", "gap", "amount_expected"}
FAR_PAST, FAR_FUTURE = dt.date.min, dt.date.max


def says(cell):
    return cell is not None and cell is not NOT_APPLICABLE and cell is not HELD


def codes(cell):
    return cell if isinstance(cell, tuple) else (cell,) if isinstance(cell, str) else ()


class Data:
    """The rows of a campaign in the normal form on which measures stand."""

    def __init__(self, reader):
        self.campaign, self.lists, self.returns = reader.campaign, reader.lists, reader.returns
        self.tables = defaultdict(list, reader.tables)
        rows = self.lists.rows
        self.indicators = {row["code"]: row for row in rows["indicators"]}
        self.measures = {code: algebra.parse(row["measure"]) for code, row in self.indicators.items()}
        self.stages = {row["code"]: row for row in rows["funding_stages"]}
        self.territories = {row["code"]: row for row in rows["territories"]}
        self.groups = {row["code"]: row["indicator_group"] for row in rows["themes"]}
        self.first_country = rows["territories"][0]["country"]
        self.link()
        self.hold_series()
        reader.count_cells()
        self.transfers()
        self.amounts()
        self.beneficiaries()
        self.stage_of_last_passage()
        self.applications()
        for row in self.tables["indicators"]:
            self.populate(row, "territory")
        for row in self.tables["milestones"]:
            self.populate(row, "territories")
        self.make_tables()
        self.link()

    def link(self):
        """Tells which activities each row names."""
        self.activities = {}
        for row in self.tables["activities"]:
            name = row.get("activity_id")
            if isinstance(name, str) and (name not in self.activities or self.activities[name].held and not row.held):
                self.activities[name] = row
        respelled = {fold(name): name for name in self.activities}
        for sheet, rows in self.tables.items():
            if sheet != "activities":
                for row in rows:
                    named = [self.activities.get(respelled.get(fold(name))) for name in codes(row.get("activity_id"))]
                    row.activities = [activity for activity in named if activity is not None]

    def hold_series(self):
        """A series that mixes annual and cumulative values stays out as a whole."""
        def series(row):
            return tuple(row.get(name) for name in ("activity_id", "territory", "indicator_code", "group"))

        wrong = {"flow": "cumulative", "cumulative": "annual"}
        mixed = {series(row) for row in self.tables["indicators"] if row.get("indicator_code") in self.indicators and
                 row.get("accumulation") is not None and
                 row.get("accumulation") == wrong.get(self.indicators[row.get("indicator_code")]["kind"])}
        for row in self.tables["indicators"]:
            row.held = row.held or series(row) in mixed

    def transfers(self):
        """A payment whose receiver pays on in the same activity and currency is a transfer, unless money goes round."""
        chains = defaultdict(list)
        for row in self.tables["amounts"]:
            if not row.held and row.get("kind") == "disbursed" and isinstance(row.get("payee"), str):
                payer = row.get("payer")
                hands = (fold(payer) if isinstance(payer, str) else None, fold(row.get("payee")))
                chains[row.get("activity_id"), row.get("currency")].append((row, *hands))
        for payments in chains.values():
            onward = defaultdict(set)
            for _, payer, payee in payments:
                if payer is not None and payer != payee:
                    onward[payer].add(payee)
            for row, payer, payee in payments:
                reached, ahead = set(), [payee]
                while ahead:
                    for hand in onward[ahead.pop()] - reached:
                        reached.add(hand)
                        ahead.append(hand)
                if payer != payee and onward[payee] and payee not in reached:
                    row.cells["kind"] = "transfer"

    def detailed(self, sheet):
        return {name for row in self.tables[sheet] for name in codes(row.get("activity_id"))}

    def amounts(self):
        detailed = self.detailed("amounts")
        for activity in self.tables["activities"]:
            name = activity.get("activity_id")
            if not isinstance(name, str) or name in detailed:
                continue
            for column, kind in (("budget_total", "budget"), ("budget_spent", "disbursed"), ("in_kind", "in-kind")):
                if activity.get(column) is not None:
                    cells = {"activity_id": name, "kind": kind, "amount": activity.get(column),
                             "currency": activity.get("currency")}
                    self.tables["amounts"].append(Row("amounts", activity.place, cells, activity.held))

    def beneficiaries(self):
        indirect = {name for name, code in self.lists.names["values:group"].items() if code == "indirect"}
        for row in self.tables["beneficiaries"]:
            if isinstance(row.get("group"), str) and fold(row.get("group")) in indirect:
                row.cells["group"] = "indirect"
        detailed = self.detailed("beneficiaries")
        for activity in self.tables["activities"]:
            name = activity.get("activity_id")
            if not isinstance(name, str) or name in detailed:
                continue
            total, women = activity.get("beneficiaries_total"), activity.get("beneficiaries_women")
            rest = total - women if isinstance(total, Decimal) and isinstance(women, Decimal) else total
            parts = [("planned", None, activity.get("beneficiaries_planned")), ("reached", None, rest),
                     ("reached", "f", women)]
            for stage, sex, number in parts:
                if number is not None:
                    cells = {"activity_id": name, "planned_reached": stage, "sex": sex, "number": number}
                    self.tables["beneficiaries"].append(Row("beneficiaries", activity.place, cells, activity.held))

    def stage_of_last_passage(self):
        self.passages = {}
        last = {}
        for row in self.tables["passages"]:
            name, stage, day = row.get("application_id"), row.get("stage"), row.get("date")
            if row.held or not (isinstance(name, str) and isinstance(stage, str) and isinstance(day, dt.date)):
                continue
            key = (day, int(self.stages[stage]["order"]))
            if name not in last or key > last[name][0]:
                last[name] = (key, stage)
            known = self.passages.get((name, stage))
            self.passages[name, stage] = min(day, known) if known else day
        for row in self.tables["funding"]:
            name = row.get("application_id")
            if isinstance(name, str) and name in last:
                row.cells["funding_stage"] = last[name][1]

    def applications(self):
        for row in self.tables["funding"]:
            own = combine([row.get("own_cash"), row.get("own_in_kind")], lambda cash, kind: cash + kind)
            row.cells["own_total"] = own
            row.cells["gap"] = combine([row.get("total_cost"), row.get("amount_signed"), own],
                                       lambda cost, signed, own: cost - signed - own)
            chance = self.campaign.probability.get(row.get("funding_stage"), ZERO)
            row.cells["amount_expected"] = combine([row.get("amount_requested")], lambda amount: amount * chance)
            sent, decided = row.get("submission_date"), row.get("decision_date")
            if HELD in (sent, decided):
                row.cells["days_to_decision"] = HELD
            elif says(sent) and says(decided):
                row.cells["days_to_decision"] = Decimal((decided - sent).days)

    def population(self, territory):
        number = self.territories.get(territory, {}).get("population")
        return Decimal(number) if number else None

    def populate(self, row, column):
        numbers = [self.population(code) for code in codes(row.get(column))]
        if numbers and None not in numbers:
            row.cells["population"] = sum(numbers)

    def make_tables(self):
        campaign = self.campaign
        expected = campaign.expected if campaign.expected is not None else list(self.territories)
        dated = any(sent["received"] for sent in self.returns.values())
        for code in (code for code in self.territories if code in expected):
            sent = self.returns.get(code)
            cells = {"territory": code}
            if sent:
                cells |= {"cells_read": Decimal(sent["read"]), "cells_valid": Decimal(sent["valid"])}
            if sent and sent["received"]:
                cells["on_time"] = "yes" if sent["received"] <= campaign.due else "no"
            elif not sent and dated:
                cells["on_time"] = "no"
            self.tables["returns"].append(Row("returns", (), cells))
        councils = {"councils_ma": Decimal(campaign.councils["MA"]), "councils_fr": Decimal(campaign.councils["FR"])}
        self.tables["campaign"].append(Row("campaign", (), councils))

    # --- time ---

    def days(self, row, measured=None):
        """The days of a row: a span, HELD, or None. Those of an application depend on the amount asked for."""
        if row.sheet == "activities":
            start, planned, real = (row.get(name) for name in ("start_date", "end_date", "actual_end_date"))
            if HELD in (start, planned, real):
                return HELD
            start, planned, real = (day if isinstance(day, dt.date) else None for day in (start, planned, real))
            if start is None and planned is None and real is None:
                return None
            goes_on = row.get("status") in ("ongoing", "suspended")
            end = real or (None if goes_on else planned)
            return Span(start or FAR_PAST, end or FAR_FUTURE)
        if row.sheet == "funding":
            if measured in ("amount_awarded", "days_to_decision"):
                cell = row.get("decision_date")
            elif measured == "decision_date":
                cell = row.get("decision_date") if row.get("decision_date") is HELD or says(row.get("decision_date")) \
                    else row.get("submission_date")
            elif measured in ("amount_signed", "amount_received"):
                stage = "contracted" if measured == "amount_signed" else "first-instalment"
                cell = self.passages.get((row.get("application_id"), stage))
            else:
                cell = row.get("submission_date")
        else:
            cell = row.get(OWN_DAY.get(row.sheet))
        if isinstance(cell, dt.date):
            return Span(cell, cell)
        return cell if isinstance(cell, Span) or cell is HELD else None

    def timing(self, row, rule, measured):
        """Whether a row counts: True, False, or "undated" where it counts in the whole agreement only."""
        campaign = self.campaign
        if row.sheet == "activities":
            days = self.days(row)
            if isinstance(days, Span):
                return days.start <= campaign.end and campaign.start <= days.end
            return True if campaign.covers else "undated" if days is None else False
        of_activity = True
        if row.sheet != "funding" and row.activities:
            of_activity = self.timing(row.activities[0], rule, None)
        if row.sheet != "funding" and row.sheet not in OWN_DAY:
            return of_activity
        days = self.days(row, measured)
        if days is HELD:
            return False
        if days is not None:
            middle = days.start + (days.end - days.start) // dt.timedelta(days=1) // 2 * dt.timedelta(days=1)
            return (rule == "stock" or campaign.start <= middle) and middle <= campaign.end
        if rule == "stock":
            return True
        if of_activity is False and row.sheet != "funding" and row.activities and isinstance(self.days(row.activities[0]), Span):
            return False
        return True if campaign.covers else "undated"

    def rate_day(self, row, measured):
        days = None if row.sheet == "activities" else self.days(row, measured)
        return min(days.end, self.campaign.cutoff) if isinstance(days, Span) else self.campaign.cutoff


def combine(cells, make):
    if any(cell is HELD for cell in cells):
        return HELD
    return make(*cells) if all(isinstance(cell, Decimal) for cell in cells) else None


class Outcome:
    """What a measure gives: a kind as `figures.csv` names it, its parts, and who reported."""

    def __init__(self, kind="not-reported", parts=None, reported=0, asked=0, undated=0, empty=True, lacking=False):
        self.kind, self.parts, self.reported, self.asked = kind, parts or {}, reported, asked
        self.undated, self.empty, self.lacking = undated, empty, lacking

    def number(self):
        """The outcome as one number, the reason it has none, or None where it is not reported."""
        if self.kind == "refused":
            return next(iter(self.parts))
        if self.kind == "money" and self.parts["converted"] is None:
            return "no-rate"
        return {"number": lambda: self.parts["value"], "money": lambda: self.parts["converted"],
                "ratio": lambda: self.parts["numerator"] / self.parts["denominator"]}.get(self.kind, lambda: None)()


def refused(reason, **rest):
    return Outcome("refused", {reason: None}, empty=False, **rest)


class Document:
    """The figures of one scope: everything, one territory, one theme, one pair of councils, or one association's country."""

    def __init__(self, data, kind="all", code=None):
        self.data, self.kind, self.code = data, kind, code
        # Two codes joined by a hyphen; the second one begins with its country.
        self.pair = re.fullmatch(r"(.+)-([A-Z]{2}-.+)", code).groups() if kind == "pair" else None
        self.own = [row for row in data.tables["activities"] if not row.held and self.holds_activity(row)]
        self.inside = {id(row) for row in self.own}
        self.cache = {"activities": self.own}
        self.attainments = []
        self.current = [row for row in self.own if data.timing(row, "flow", None) is True]

    # --- scope ---

    def holds_activity(self, row):
        if self.kind == "all":
            return True
        sides = [codes(row.get(column)) for column in ("territory_ma", "territory_fr")]
        if self.kind == "pair":
            return self.pair[0] in sides[0] and self.pair[1] in sides[1]
        if self.kind == "association":
            return any(code[:2] == self.code for side in sides for code in side)
        columns = ("territory_ma", "territory_fr") if self.kind == "territory" else ("theme", "other_themes")
        return any(self.code in codes(row.get(column)) for column in columns)

    def rows(self, sheet):
        if sheet == "attainments":
            return self.attainments
        if sheet not in self.cache:
            source = self.data.tables[sheet]
            self.cache[sheet] = [row for row in source if not row.held and self.holds(row)]
        return self.cache[sheet]

    def holds(self, row):
        if row.activities and not any(id(activity) in self.inside for activity in row.activities):
            return False
        if self.kind == "all" or row.sheet == "campaign":
            return True
        loose = not row.activities
        if self.kind == "association" and not loose:
            return True
        if self.kind == "pair":
            own = self.own_codes(row)
            if own is None:
                return False
            of = [self.of_side(row, own, code, loose) for code in self.pair]
            return any(of) if row.sheet == "returns" else all(of)
        if self.kind == "association":
            own = self.own_codes(row)
            if own is None:
                return False
            return any(code[:2] == self.code for code in own or ([row.sender] if row.sender else []))
        if self.kind == "territory":
            cells = [row.get("territory"), row.get("territories")]
            if any(cell is HELD for cell in cells):
                return False
            own = [code for cell in cells for code in codes(cell)]
            if loose:
                return self.code in own or (not own and row.sender == self.code)
            side = [code for code in own if code[:2] == self.code[:2]]
            return not side or self.code in side
        if not loose or row.sheet == "returns":
            return True
        if row.sheet == "indicators":
            indicator = self.data.indicators.get(row.get("indicator_code"))
            return bool(indicator) and indicator["group"] == self.data.groups[self.code]
        if row.sheet == "milestones":
            return self.data.groups[self.code] == "T5"
        return self.code in codes(row.get("theme"))

    def own_codes(self, row):
        """The territories that a row itself names; None where a finding holds them."""
        cells = [row.get("territory"), row.get("territories")]
        return None if any(cell is HELD for cell in cells) else [code for cell in cells for code in codes(cell)]

    def of_side(self, row, own, territory, loose):
        if loose:
            return territory in own or (not own and row.sender == territory)
        side = [code for code in own if code[:2] == territory[:2]]
        return not side or territory in side

    def zero(self, sheet):
        """Whether a count of no rows is a zero: the table was returned, can be told by this scope, which is not silent."""
        if sheet in MADE:
            return True
        if not self.data.tables[sheet]:
            return False
        if self.kind == "theme" and sheet not in ("activities", "indicators", "funding", "amounts", "beneficiaries",
                                                  "exchanges", "good-practices", "ratings", "risks", "milestones"):
            return False
        if self.kind == "pair" and sheet in ("consultations", "recommendations", "commitments"):
            return False
        silent = {"pair": lambda: not any(code in self.data.returns for code in self.pair),
                  "association": lambda: not any(code[:2] == self.code for code in self.data.returns)}
        if self.kind in silent:
            return bool(self.own) or not silent[self.kind]()
        return not (self.kind == "territory" and not self.own and self.code not in self.data.returns)

    # --- cells ---

    def cells(self, row, operand):
        of_activity, name = operand
        return [activity.get(name) for activity in row.activities] if of_activity else [row.get(name)]

    def items(self, row, operand):
        found = []
        for cell in self.cells(row, operand):
            if isinstance(cell, Span):
                found.append(f"{cell.start}/{cell.end}")
            elif isinstance(cell, Decimal):
                found.append(format(cell.normalize(), "f"))
            elif isinstance(cell, dt.date):
                found.append(cell.isoformat())
            else:
                found += codes(cell)
        return sorted(set(found))

    def is_money(self, row, operand):
        return operand[1] in MONEY or operand[1] in DERIVED_MONEY

    def content(self, row, operand, unit):
        """The measured number of a row in the unit of the figure; else None, NOT_APPLICABLE or HELD."""
        cells = self.cells(row, operand)
        cell = cells[0] if cells else None
        if cell is HELD or cell is NOT_APPLICABLE:
            return cell
        if not isinstance(cell, Decimal):
            return None
        if self.is_money(row, operand) and not isinstance(row.get("currency"), str):
            return HELD
        if row.sheet == "indicators" and operand[1] in ("actual", "baseline", "target") and says(row.get("unit")):
            if row.get("unit") == "household" and unit == "person":
                size = row.get("household_size")
                return cell * size if isinstance(size, Decimal) else HELD
            if row.get("unit") != unit:
                return HELD
        return cell

    # --- conditions ---

    def meets(self, row, conditions):
        return all(self.passes_any(row, condition) for condition in conditions)

    def passes_any(self, row, condition):
        cells = self.cells(row, (condition.of_activity, condition.field))
        return any(self.passes(cell, condition) for cell in cells) if cells else self.passes(None, condition)

    def passes(self, cell, condition):
        test, values = condition.test, condition.values
        if cell is HELD:
            return False
        present = says(cell)
        if test == "present":
            return present
        if test == "missing":
            return not present
        if not present:
            return test == "!=" and condition.field == "group"
        if test == "has":
            return values[0] in codes(cell) or self.order(cell, values[0]) == 0
        orders = [self.order(cell, value) for value in values]
        if test == "in":
            return 0 in orders
        order = orders[0]
        if test == "!=":
            return order != 0
        return order is not None and {"=": order == 0, "<": order < 0, "<=": order <= 0, ">": order > 0,
                                      ">=": order >= 0}[test]

    def order(self, cell, value):
        """Less than, equal to or more than a value: a negative number, zero, a positive one; None if neither."""
        if value is CUTOFF:
            day = cell.end if isinstance(cell, Span) else cell
            return (day > self.data.campaign.cutoff) - (day < self.data.campaign.cutoff) if isinstance(day, dt.date) else None
        if isinstance(value, Decimal):
            if isinstance(cell, str):
                try:
                    cell = Decimal(cell)
                except ArithmeticError:
                    return None
            return (cell > value) - (cell < value) if isinstance(cell, Decimal) else None
        if isinstance(cell, tuple):
            cell = cell[0] if len(cell) == 1 else None
        return (cell > value) - (cell < value) if isinstance(cell, str) else None

    # --- rows that take part ---

    def take(self, measure, rule, measured, content, only=None):
        """The rows that take part, and how many that say something carry no day."""
        taken, undated = [], 0
        for row in self.candidates(measure):
            timing = self.data.timing(row, rule, measured)
            if timing is False or not self.meets(row, measure.where):
                continue
            if only and not set(self.items(row, only[0])) & only[1]:
                continue
            if timing == "undated":
                undated += isinstance(content(row), Decimal)
            else:
                taken.append(row)
        if measure.table == "indicators":
            taken = self.without_parts(measure, taken, rule, content)
        if measure.table == "beneficiaries":
            taken = self.without_doubles(measure, taken)
        return taken, undated

    def candidates(self, measure):
        if measure.table != "indicators":
            return self.rows(measure.table)
        if "by code" not in self.cache:
            self.cache["by code"] = defaultdict(list)
            for row in self.rows("indicators"):
                self.cache["by code"][row.get("indicator_code")].append(row)
        wanted = [c.values[0] for c in measure.where if c.field == "indicator_code" and c.test == "="]
        return self.cache["by code"][wanted[0]] if wanted else self.rows("indicators")

    def without_parts(self, measure, rows, rule, content):
        """Groups beside their total are its breakdown; a territory's own reading wins over those of its activities."""
        def speaks(row):
            return isinstance(content(row), Decimal)

        if not any(condition.field == "group" and condition.test != "!=" for condition in measure.where):
            def key(row):
                first = id(row.activities[0]) if row.activities else None
                return first, row.get("territory"), row.get("indicator_code"), self.data.days(row)

            totals = {key(row) for row in rows if row.get("group") is None and speaks(row)}
            rows = [row for row in rows if row.get("group") is None or key(row) not in totals]
        own = defaultdict(list)
        for row in rows:
            if not row.activities and isinstance(row.get("territory"), str) and speaks(row):
                own[row.get("indicator_code"), row.get("territory")].append(self.data.days(row))

        def beaten(row):
            days = self.data.days(row)
            for territory in self.places(row):
                for other in own.get((row.get("indicator_code"), territory), ()):
                    if rule == "stock" or days is None or other is None or \
                            (days.start <= other.end and other.start <= days.end):
                        return True
            return False

        return [row for row in rows if not row.activities or not beaten(row)]

    def places(self, row):
        """The territories of a row: its own, else those of its activities on both sides."""
        own = self.items(row, (False, "territory")) + self.items(row, (False, "territories"))
        if own:
            return own
        of_activity = row.sheet != "activities"
        return self.items(row, (of_activity, "territory_ma")) + self.items(row, (of_activity, "territory_fr"))

    def without_doubles(self, measure, rows):
        """A unique total stands alone for its activity, and is out of sight where sex or age is asked and it has none."""
        for name in ("sex", "age"):
            if any(condition.field == name for condition in measure.where):
                rows = [row for row in rows if row.get("unique_total") != "yes" or says(row.get(name))]
        unique = {self.first(row) for row in rows if row.get("unique_total") == "yes"}
        return [row for row in rows if row.get("unique_total") == "yes" or self.first(row) not in unique]

    @staticmethod
    def first(row):
        return id(row.activities[0]) if row.activities else None

    def kept(self, rows, how, measured):
        """The rows kept: all; the last of each value of a column, with the value; or the last of each series."""
        if how is None:
            return [(row, None) for row in rows]

        def day(row):
            days = self.data.days(row, measured)
            return days.end if isinstance(days, Span) else FAR_PAST

        def last(rows):
            return max(rows, key=lambda row: (day(row), row.place))

        groups = defaultdict(list)
        if how != "series":
            for row in rows:
                for item in self.items(row, how):
                    groups[item].append(row)
            return [(last(group), item) for item, group in groups.items()]
        for row in rows:
            groups[row.get("indicator_code"), self.first(row), row.get("territory"), row.get("group")].append(row)
        lasts = {key: last(group) for key, group in groups.items()}
        sides = defaultdict(lambda: {True: None, False: None})
        for key, row in lasts.items():
            side = sides[key[:3]]
            is_part = key[3] is not None
            side[is_part] = max(day(row), side[is_part] or FAR_PAST)
        result = []
        for key, row in lasts.items():
            total, parts = sides[key[:3]][False], sides[key[:3]][True]
            wins = parts is not None and (total is None or parts > total)
            if wins == (key[3] is not None):
                result.append((row, None))
        return result

    def census(self, measure, rows, content):
        """Who reports and who was asked: activities, of amounts and of groups of people; rows, of every other table."""
        values = [(row, content(row)) for row in rows]
        if measure.table not in ("amounts", "beneficiaries"):
            return (sum(isinstance(value, Decimal) for _, value in values),
                    sum(value is not NOT_APPLICABLE for _, value in values))
        reported = {self.first(row) for row, value in values if isinstance(value, Decimal)}
        silent = {self.first(row) for row, value in values if value is None or value is HELD}
        spared = {self.first(row) for row, value in values if value is NOT_APPLICABLE} - reported - silent
        of_activity = [c for c in measure.where if c.of_activity]
        asked = {id(row) for row in self.current if all(self.passes(row.get(c.field), c) for c in of_activity)}
        return len(reported), len((asked | silent | reported) - spared)

    # --- sums ---

    def total(self, measure, rows, operand, measured, unit):
        """The sum over kept rows: a number, or amounts by currency and converted."""
        money, plain, by_currency, converted, lacking = False, ZERO, defaultdict(lambda: ZERO), ZERO, False
        for row, item in rows:
            value = Decimal(1) if operand is None else self.value(row, item, operand, unit)
            if not isinstance(value, Decimal):
                continue
            if operand is not None and self.is_money(row, operand):
                money = True
                by_currency[row.get("currency")] += value
                changed = self.data.campaign.convert(value, row.get("currency"), self.data.rate_day(row, measured))
                if changed is None:
                    lacking = True
                else:
                    converted += changed
            else:
                plain += value
        if money:
            return Outcome("money", {**by_currency, "converted": None if lacking else converted}, lacking=lacking)
        return Outcome("number", {"value": plain})

    def value(self, row, item, operand, unit):
        if operand[1] == "population" and item is not None and item in self.data.territories:
            return self.data.population(item)
        return self.content(row, operand, unit)

    def mixed(self, rows, kind):
        found = {row.get("accumulation") for row in rows if row.sheet == "indicators"}
        if kind == "flow":
            return "cumulative" in found
        if kind == "cumulative":
            return "annual" in found
        return {"annual", "cumulative"} <= found

    # --- the ten forms ---

    def evaluate(self, measure, kind, unit, day=None, only=None):
        return getattr(self, measure.form)(measure, kind, unit, day, only)

    @staticmethod
    def rule(kind):
        return "flow" if kind in ("flow", "ratio") else "stock"

    def count(self, measure, kind, unit, day, only):
        rows, undated = self.take(measure, self.rule(kind), day, lambda row: Decimal(1), only)
        kept = self.kept(rows, measure.once, day)
        number = len(kept)
        if not number and not self.zero(measure.table):
            return Outcome(undated=undated, empty=not rows)
        return Outcome("number", {"value": Decimal(number)}, number, number, undated, not rows)

    def distinct(self, measure, kind, unit, day, only):
        def content(row):
            cells = [cell for operand in measure.fields for cell in self.cells(row, operand)]
            for state in (HELD, NOT_APPLICABLE):
                if any(cell is state for cell in cells):
                    return state
            return Decimal(1) if all(self.items(row, operand) for operand in measure.fields) else None

        rows, undated = self.take(measure, self.rule(kind), measure.fields[0][1], content, only)
        values = set()
        reported = asked = 0
        for row in rows:
            found = content(row)
            asked += found is not NOT_APPLICABLE
            if isinstance(found, Decimal):
                reported += 1
                tuples = [()]
                for operand in measure.fields:
                    tuples = [known + (item,) for known in tuples for item in self.items(row, operand)]
                values |= set(tuples)
        if not values and (asked or not self.zero(measure.table)):
            return Outcome("not-reported", {}, reported, asked, undated, not rows)
        return Outcome("number", {"value": Decimal(len(values))}, reported, asked, undated, not rows)

    def sum(self, measure, kind, unit, day, only, how=None):
        operand = measure.fields[0]
        measured = day or operand[1]
        how = how or measure.once

        def content(row):
            return self.content(row, operand, unit)

        rows, undated = self.take(measure, self.rule(kind), measured, content, only)
        valued = [row for row in rows if isinstance(content(row), Decimal)]
        kept = self.kept(valued, how, measured)
        if how == "series":
            asked = [row for row in rows if content(row) is not NOT_APPLICABLE]
            reported, asked = len(kept), len(self.kept(asked, how, measured))
        else:
            reported, asked = self.census(measure, rows, content)
        if not kept:
            return Outcome("not-reported", {}, reported, asked, undated, not rows)
        if self.mixed(valued, kind):
            return refused("mixed-accumulation", reported=reported, asked=asked, undated=undated)
        outcome = self.total(measure, kept, operand, measured, unit)
        outcome.reported, outcome.asked, outcome.undated, outcome.empty = reported, asked, undated, False
        return outcome

    def latest(self, measure, kind, unit, day, only):
        return self.sum(measure, "cumulative" if kind == "cumulative" else "stock", unit, day, only, "series")

    def mean(self, measure, kind, unit, day, only):
        value_of, weight_of = measure.fields
        rule = self.rule(kind)
        how = "series" if rule == "stock" else measure.once

        def content(row):
            return self.content(row, value_of, unit)

        rows, undated = self.take(measure, rule, value_of[1], content, only)
        both = [row for row in rows if isinstance(content(row), Decimal) and
                isinstance(self.content(row, weight_of, ""), Decimal)]
        kept = [row for row, _ in self.kept(both, how, value_of[1])]
        asked = len(self.kept([row for row in rows if content(row) is not NOT_APPLICABLE], how, value_of[1]))
        weights = sum((self.content(row, weight_of, "") for row in kept), ZERO)
        weighted = sum((content(row) * self.content(row, weight_of, "") for row in kept), ZERO)
        if not weights:
            return Outcome("not-reported", {}, len(kept), asked, undated, not rows)
        return Outcome("ratio", {"numerator": weighted, "denominator": weights}, len(kept), asked, undated, False)

    def spread(self, measure, kind, unit, day, only):
        operand = measure.fields[0]

        def content(row):
            cells = self.cells(row, operand)
            cell = cells[0] if cells else None
            return Decimal(1) if says(cell) else cell

        rows, undated = self.take(measure, self.rule(kind), operand[1], content, only)
        kept = self.kept([row for row in rows if isinstance(content(row), Decimal)], measure.once, operand[1])
        counts = Counter(item for row, _ in kept for item in self.items(row, operand))
        reported, asked = self.census(measure, rows, content)
        if not counts:
            return Outcome("not-reported", {}, reported, asked, undated, not rows)
        grades = []
        for item, number in counts.items():
            try:
                grades += [Decimal(item)] * number
            except ArithmeticError:
                pass
        parts = {item: Decimal(number) for item, number in counts.items()}
        parts["median"] = sorted(grades)[(len(grades) - 1) // 2] if grades else None
        return Outcome("spread", parts, reported, asked, undated, False)

    def top(self, measure, kind, unit, day, only):
        inner, by = measure.parts[0], measure.fields[0]
        operand = inner.fields[0] if inner.fields else None
        measured = day or (operand[1] if operand else None)

        def content(row):
            return self.content(row, operand, unit) if operand else Decimal(1)

        rows, _ = self.take(inner, self.rule(kind), measured, content, only)
        parts = defaultdict(list)
        for row in rows:
            if isinstance(content(row), Decimal):
                for item in self.items(row, by):
                    parts[item].append((row, None))
        ranked = []
        for item, part in parts.items():
            number = self.total(inner, part, operand, measured, unit).number()
            if isinstance(number, str):
                return refused(number)
            ranked.append((-number, item))
        return self.evaluate(inner, kind, unit, day, (by, {item for _, item in sorted(ranked)[:measure.number]}))

    def attainment(self, measure, kind, unit, day, only):
        for row in self.attainments:
            if row.get("indicator_code") == measure.code:
                value = row.get("value")
                return Outcome("number", {"value": value}, 1, 1) if value is not None else Outcome(asked=1)
        return Outcome()

    # --- ratios ---

    def ratio(self, measure, kind, unit, day, only):
        above, below = measure.parts
        day = self.shared_day(above, below) or day
        if measure.key and all(side.form in ("count", "sum", "latest") for side in measure.parts):
            return self.keyed(measure, kind, unit, day)
        over, under = (self.evaluate(side, kind, unit, day) for side in measure.parts)
        rest = dict(reported=under.reported, asked=under.asked, undated=max(over.undated, under.undated))
        numerator, denominator = over.number(), under.number()
        if denominator is None or denominator == 0 and not isinstance(denominator, str):
            return Outcome("not-reported", {}, empty=under.empty, **rest)
        for side in (numerator, denominator):
            if isinstance(side, str):
                return refused(side, **rest)
        if numerator is None:
            if not (over.empty and above.table == below.table):
                return Outcome("not-reported", {}, empty=under.empty, **rest)
            numerator = ZERO
        return Outcome("ratio", {"numerator": numerator, "denominator": denominator}, empty=False, **rest)

    def shared_day(self, above, below):
        """What dates both sides of a ratio over applications: the decision, where both admit decided stages only."""
        sides = [side.parts[0] if side.form == "top" else side for side in (above, below)]
        if any(side.table != "funding" or side.form not in ("count", "distinct", "sum") for side in sides):
            return None
        column = sides[0].fields[0][1] if sides[0].form == "sum" else "submission_date"

        def decided(side):
            return any(c.field == "funding_stage" and c.test in ("=", "in") and not c.of_activity and
                       all(self.data.stages.get(stage, {}).get("decided") == "yes" for stage in c.values)
                       for c in side.where)

        late = column in ("amount_signed", "amount_received")
        return "decision_date" if all(map(decided, sides)) and not late else column

    def keyed(self, measure, kind, unit, day):
        above, below = measure.parts
        one_table = above.table == below.table
        sides = []
        for side in measure.parts:
            side_kind = ("cumulative" if kind == "cumulative" else "stock") if side.form == "latest" else kind
            operand = side.fields[0] if side.fields else None
            measured = day or (operand[1] if operand else None)

            def content(row, operand=operand):
                return self.content(row, operand, unit) if operand else Decimal(1)

            rows, undated = self.take(side, self.rule(side_kind), measured, content)
            how = "series" if side.form == "latest" else side.once
            sides.append((side, side_kind, operand, measured, content, rows, undated, how))

        def name(row):
            if measure.key == "row":
                return id(row) if one_table else None
            items = self.items(row, (False, measure.key))
            return items[0] if items else id(row) if one_table else None

        names = []
        for _, _, _, _, content, rows, _, _ in sides:
            named = defaultdict(list)
            for row in rows:
                if isinstance(content(row), Decimal) and name(row) is not None:
                    named[name(row)].append(row)
            names.append(named)
        both = names[0].keys() & names[1].keys()
        totals, series = [], 0
        for (side, side_kind, operand, measured, _, _, _, how), named in zip(sides, names):
            rows = [row for key in both for row in named[key]]
            kept = self.kept(rows, how, measured)
            total = self.total(side, kept, operand, measured, unit).number() if rows else None
            totals.append("mixed-accumulation" if self.mixed(rows, side_kind) else total)
            series = series or len(kept)
        reported = series if sides[0][7] == "series" else len(both)
        undated = sum(side[6] for side in sides) if not one_table else len(self.undated_rows(sides))
        rest = dict(reported=reported, asked=self.asked(sides, name), undated=undated,
                    empty=not any(side[5] for side in sides))
        if not both:
            return Outcome("not-reported", {}, **rest)
        for total in totals:
            if isinstance(total, str):
                rest.pop("empty")
                return refused(total, **rest)
        if totals[1] == 0:
            return Outcome("not-reported", {}, **rest)
        return Outcome("ratio", {"numerator": totals[0], "denominator": totals[1]}, **rest)

    def undated_rows(self, sides):
        found = set()
        for side, side_kind, _, measured, content, _, _, _ in sides:
            for row in self.candidates(side):
                if self.data.timing(row, self.rule(side_kind), measured) == "undated" and \
                        self.meets(row, side.where) and isinstance(content(row), Decimal):
                    found.add(id(row))
        return found

    def asked(self, sides, name):
        if all(side[0].table in ("amounts", "beneficiaries") for side in sides):
            return min(self.census(side[0], side[5], side[4])[1] for side in sides)
        asked, spared = {}, set()
        for side, _, _, _, content, rows, _, _ in sides:
            for row in rows:
                if name(row) is None:
                    continue
                if content(row) is NOT_APPLICABLE:
                    spared.add(name(row))
                else:
                    asked.setdefault(name(row), {})[id(row)] = row
        left = {key: rows for key, rows in asked.items() if key not in spared}
        if sides[0][7] == "series":
            rows = {at: row for rows in left.values() for at, row in rows.items()}
            return len(self.kept(list(rows.values()), "series", sides[0][3]))
        return len(left)

    # --- people ---

    def bounds(self, measure, kind, unit, day, only):
        operand = measure.fields[0]

        def content(row):
            return self.content(row, operand, unit)

        rows, undated = self.take(measure, self.rule(kind), operand[1], content, only)
        reported, asked = self.census(measure, rows, content)
        valued = [row for row in rows if isinstance(content(row), Decimal)]
        rest = dict(reported=reported, asked=asked, undated=undated)
        if not valued:
            return Outcome("not-reported", {}, empty=not rows, **rest)
        if self.mixed(valued, kind):
            return refused("mixed-accumulation", **rest)
        # What reaches people as one: an activity (or its part in a territory), a territory, or a row of neither.
        holders = defaultdict(list)
        for row in valued:
            own = row.get("territory") if isinstance(row.get("territory"), str) else None
            if row.sheet == "activities":
                holder = ("activity", id(row))
            elif row.activities:
                holder = ("activity", id(row.activities[0]), own)
            elif own:
                holder = ("territory", own)
            else:
                holder = ("activity id", row.get("activity_id")) if isinstance(row.get("activity_id"), str) else ("row", id(row))
            holders[holder].append(row)
        sizes = []  # of each holder: its territories, low, high
        for own in holders.values():
            parts = defaultdict(lambda: ZERO)
            for row in own:
                part = {"beneficiaries": (row.get("group"),),
                        "indicators": (row.get("group"), self.data.days(row))}.get(row.sheet, (id(row),))
                parts[part] += content(row)
            high = sum(parts.values())
            unique = any(row.get("unique_total") == "yes" for row in own)
            sizes.append((self.side(own[0]), high if unique else max(parts.values()), high))
        low = sum(map(self.low_of_place, self.group_places(sizes)), ZERO)
        high = sum((size[2] for size in sizes), ZERO)
        return Outcome("interval", {"low": low, "high": high}, empty=False, **rest)

    def side(self, row):
        """The territories that place a row: those of the first country of the list, else of the other."""
        own = self.items(row, (False, "territory")) + self.items(row, (False, "territories"))
        if own:
            first = [code for code in own if self.data.territories[code]["country"] == self.data.first_country]
            return first or own
        of_activity = row.sheet != "activities"
        return self.items(row, (of_activity, "territory_ma")) or self.items(row, (of_activity, "territory_fr"))

    @staticmethod
    def group_places(sizes):
        """Puts holders together that share a territory, directly or through others. Those without one stand together."""
        parent = {}

        def root(code):
            while parent.setdefault(code, code) != code:
                code = parent[code]
            return code

        for territories, _, _ in sizes:
            for code in territories:
                parent[root(code)] = root(territories[0])
        places = defaultdict(list)
        for size in sizes:
            places[root(size[0][0]) if size[0] else None].append(size)
        return places.values()

    @staticmethod
    def low_of_place(sizes):
        """The larger of: the largest holder of each territory alone, added up; the largest that spans several."""
        alone, widest = defaultdict(lambda: ZERO), ZERO
        for territories, low, _ in sizes:
            if len(territories) > 1:
                widest = max(widest, low)
            else:
                alone[tuple(territories)] = max(alone[tuple(territories)], low)
        return max(widest, sum(alone.values(), ZERO))

    # --- the document ---

    def figures(self):
        """Every figure: results of the themes first, whose attainments the cross-cutting ones count."""
        results = {}
        for code, indicator in self.data.indicators.items():
            if not indicator["group"].startswith("X"):
                found = self.result(code, indicator)
                if found:
                    results[code] = found
        for code, (_, targets, _) in results.items():
            value = targets.get("attainment")
            cells = {"indicator_code": code, "value": value if isinstance(value, Decimal) else None}
            self.attainments.append(Row("attainments", (), cells))
        cross = {code: self.figure(code) for code, indicator in self.data.indicators.items()
                 if indicator["group"].startswith("X")}
        return cross, results

    def goals(self):
        """The budget by goal: each activity shared out by the weights of its targets, else in full for each goal."""
        measure, operand = self.data.measures["X3-budget"], (False, "amount")
        rows, _ = self.take(measure, "flow", "amount", lambda row: self.content(row, operand, "money"))
        budget, activities = defaultdict(lambda: defaultdict(lambda: ZERO)), Counter()
        for row in rows:
            value = self.content(row, operand, "money")
            if not isinstance(value, Decimal) or not row.activities:
                continue
            changed = self.data.campaign.convert(value, row.get("currency"), self.data.rate_day(row, "amount"))
            shares = self.shares(row.activities[0])
            for goal, share in (shares | {"all": Decimal(1)} if shares else {}).items():
                budget[goal][row.get("currency")] += value * share
                budget[goal]["converted"] += changed * share
        for activity in self.current:
            shares = self.shares(activity)
            activities.update(shares.keys() | {"all"} if shares else ())
        return {goal: Outcome("money", {"converted": ZERO} | budget[goal], number) for goal, number in activities.items()}

    @staticmethod
    def shares(activity):
        weights = activity.get("sdg weights") or {}
        shares = defaultdict(lambda: ZERO)
        for target, share in weights.items():
            shares[target.split(".")[0]] += share
        return dict(shares) or {code.split(".")[0]: Decimal(1) for code in codes(activity.get("sdg"))}

    def figure(self, code):
        indicator = self.data.indicators[code]
        measure = self.data.measures[code]
        outcome = self.evaluate(measure, indicator["kind"], indicator["unit"])
        if indicator["total_allowed"] == "no" and measure.form != "spread" and outcome.kind != "not-reported":
            outcome.kind, outcome.parts = "refused", {"no-total": None}
        return outcome

    def result(self, code, indicator):
        """An indicator of a theme: its figure, and baseline, target, actual value and attainment over its series."""
        measure = self.data.measures[code]
        readings = algebra.Measure("sum", "indicators",
                                   where=(algebra.Condition(False, "indicator_code", "=", (code,)),))
        if measure.table == "indicators" and not self.candidates(readings):
            return None
        figure = self.figure(code)
        rule = self.rule(indicator["kind"])
        if measure.form == "latest" or measure.form == "ratio" and measure.parts[0].form == "latest":
            rule = "stock"

        def speaks(row):
            cells = [row.get(name) for name in ("actual", "numerator", "target", "baseline")]
            return HELD if any(cell is HELD for cell in cells) else next(
                (cell for cell in cells if isinstance(cell, Decimal)), None)

        rows, _ = self.take(readings, rule, "actual", speaks)
        if figure.kind == "not-reported" and not rows and not figure.undated:
            return None
        series = defaultdict(list)
        for row in rows:
            series[self.first(row), row.get("territory"), row.get("group")].append(row)
        triples = [self.triple(measure, indicator, rule, own) for own in series.values()]
        complete = [triple for triple in triples if None not in triple]
        if figure.kind == "not-reported" and measure.form == "ratio":
            if len(triples) == 1 and triples[0][2] is not None:
                figure.kind, figure.parts = "number", {"value": triples[0][2]}
            elif any(isinstance(row.get("actual"), Decimal) for row in rows):
                figure.kind, figure.parts = "refused", {"no-parts": None}
        reason = self.reason(measure, indicator, figure, rows, len(triples), len(complete))
        used = triples if len(triples) == 1 else complete
        targets = {}
        for at, name in enumerate(("baseline", "target", "actual")):
            values = [triple[at] for triple in used if triple[at] is not None]
            hidden = reason in ("no-total", "no-parts", "overlap", "mixed-accumulation")
            targets[name] = sum(values) if values and not hidden else None
        if reason is None and None in targets.values():
            reason = "incomplete"
        if reason is None:
            distance = targets["target"] - targets["baseline"]
            if distance:
                targets["attainment"] = (targets["actual"] - targets["baseline"]) / distance
            else:
                reason = "no-distance"
        return figure, targets, reason

    def reason(self, measure, indicator, figure, rows, series, complete):
        """Why an indicator has no attainment as a whole."""
        if indicator["total_allowed"] == "no":
            return "no-total"
        if self.mixed(rows, indicator["kind"]):
            return "mixed-accumulation"
        if figure.kind == "refused":
            return next(iter(figure.parts))
        if measure.form == "bounds" and figure.kind == "interval" and figure.parts["low"] != figure.parts["high"]:
            return "overlap"
        adds_up = measure.form in ("sum", "latest") and measure.once is None
        if series > 1 and not adds_up and measure.form != "bounds":
            return "no-parts" if measure.form == "ratio" else "no-total"
        return None if complete else "incomplete"

    def triple(self, measure, indicator, rule, rows):
        """What one series states: baseline, target, actual value."""
        def number(row, name):
            value = self.content(row, (False, name), indicator["unit"])
            return value if isinstance(value, Decimal) else None

        def day(row):
            days = self.data.days(row)
            return (days.end if isinstance(days, Span) else FAR_PAST, row.place)

        rows = sorted(rows, key=day)

        def last(name):
            return next((number(row, name) for row in reversed(rows) if number(row, name) is not None), None)

        if measure.form == "ratio" or rule == "stock":
            actual = last("actual")
            if measure.form == "ratio":
                sides = [(number(row, "numerator"), number(row, "denominator")) for row in rows]
                sides = [side for side in sides if None not in side]
                if sides and rule == "stock":
                    sides = sides[-1:]
                below = sum((side[1] for side in sides), ZERO)
                if below:
                    actual = sum((side[0] for side in sides), ZERO) / below
            return last("baseline"), last("target"), actual
        aims, actual = {}, None
        for row in rows:
            aim = number(row, "target_year") or self.data.days(row)
            known = aims.setdefault(aim, [None, None])
            for at, name in enumerate(("baseline", "target")):
                value = number(row, name)
                known[at] = known[at] if value is None else value
            if number(row, "actual") is not None:
                actual = (actual or ZERO) + number(row, "actual")

        def total(at):
            values = [known[at] for known in aims.values() if known[at] is not None]
            return sum(values) if values else None

        return total(0), total(1), actual
