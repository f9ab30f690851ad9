"""Computes again what projects financed together cost, have and lack, from the definition of a need.

A group is a set of activities that common applications link; an application counts as long as no finding holds it and it
was not submitted after the period. Cost: the budgets of all activities; where the only activity has none, the largest total
cost of its applications. Secured: the amounts signed by the cut-off. Own: the largest own total of the applications that are
not lost; without an application, the contributions that the activity declares. Expected: what undecided applications ask
for, times the probability of their stage. Gap: cost less secured less own. A group without an application is told where
an activity belongs to the period, one is neither over nor cancelled, and the cost is not known to be covered; a group
whose activities are all cancelled needs nothing, nor does a lost application that names no activity.
"""

import datetime as dt
from decimal import Decimal

from figures import ZERO, codes
from reading import HELD

PARTS = ("cost", "secured", "own", "expected", "gap", "gap-after")
CENT = Decimal("0.005")
OVER = {"closing", "closed", "cancelled"}


class Lacking(Exception):
    """A rate is missing."""


class Needs:
    def __init__(self, data):
        self.data = data
        self.budgets = {}
        for row in data.tables["amounts"]:
            if not row.held and row.get("kind") == "budget":
                for activity in row.activities:
                    self.budgets.setdefault(id(activity), []).append(row)
        self.told = [need for need in map(self.need, self.groups()) if need]

    def groups(self):
        """Activities with the applications that link them, by search through the links."""
        data = self.data
        links, followed = {}, []
        for row in data.tables["funding"]:
            sent = row.get("submission_date")
            if row.held or sent is HELD or (isinstance(sent, dt.date) and sent > data.campaign.end):
                continue
            followed.append(row)
            for activity in row.activities:
                links.setdefault(id(activity), []).append(row)
        seen = set()
        for activity in data.tables["activities"]:
            if id(activity) in seen:
                continue
            seen.add(id(activity))
            activities, applications, counted, ahead = [], [], set(), [activity]
            while ahead:
                one = ahead.pop()
                activities.append(one)
                for row in links.get(id(one), []):
                    if id(row) not in counted:
                        counted.add(id(row))
                        applications.append(row)
                    for other in row.activities:
                        if id(other) not in seen:
                            seen.add(id(other))
                            ahead.append(other)
            yield activities, applications
        for row in followed:
            if not row.activities:
                yield [], [row]

    def money(self, row, column, day=None):
        """The amount of a cell in the report currency; None where it reports none."""
        amount, currency = row.get(column), row.get("currency")
        if not isinstance(amount, Decimal) or not isinstance(currency, str):
            return None
        changed = self.data.campaign.convert(amount, currency, day or self.data.rate_day(row, column))
        if changed is None:
            raise Lacking(currency)
        return changed

    def known(self, rows, column):
        amounts = [self.money(row, column) for row in rows]
        return [amount for amount in amounts if amount is not None]

    def budget(self, activity):
        amounts = self.known(self.budgets.get(id(activity), []), "amount") or self.known([activity], "budget_total")
        return sum(amounts) if amounts else None

    def phase(self, row):
        return self.data.stages.get(row.get("funding_stage"), {}).get("phase")

    def need(self, group):
        activities, applications = group
        states = [activity.get("status") for activity in activities]
        if activities and all(state == "cancelled" for state in states):
            return None
        if not activities and all(self.phase(row) == "lost" for row in applications):
            return None
        if not applications:
            current = any(self.data.timing(activity, "flow", None) is True for activity in activities)
            if all(state in OVER for state in states) or not current or all(row.held for row in activities):
                return None
        need = {"activities": activities, "applications": applications}
        try:
            need["cost"] = self.cost(activities, applications)
            if applications:
                owned = self.known([row for row in applications if self.phase(row) != "lost"], "own_total")
                need["own"] = max(owned) if owned else None
            else:
                given = [amount for column in ("contribution_ma", "contribution_fr", "contribution_other")
                         for amount in self.known(activities, column)]
                need["own"] = sum(given) if given else None
            signed = [row for row in applications if self.data.timing(row, "stock", "amount_signed") is not False]
            need["secured"] = sum(self.known(signed, "amount_signed"), ZERO)
            undecided = [row for row in applications if self.phase(row) == "open"]
            need["expected"] = sum(self.known(undecided, "amount_expected"), ZERO)
        except Lacking:
            return need | {"lacking": True}
        order = int(self.data.stages["contracted"]["order"])
        blank = [row for row in applications if self.phase(row) == "won" and self.money(row, "amount_signed") is None
                 and int(self.data.stages[row.get("funding_stage")]["order"]) >= order]
        need["gap"] = need["gap-after"] = None
        if need["cost"] is not None and not blank:
            need["gap"] = need["cost"] - need["secured"] - (need["own"] or ZERO)
            need["gap-after"] = need["gap"] - need["expected"]
        covered = need["gap"] is not None and need["gap"] < CENT and need["own"] is not None
        return None if not applications and (need["cost"] is None or covered) else need

    def cost(self, activities, applications):
        budgets = [self.budget(activity) for activity in activities]
        if budgets in ([], [None]):
            stated = self.known(applications, "total_cost")
            return max(stated) if stated else None
        return None if None in budgets else sum(budgets)

    def of(self, document):
        """The needs of a document: by the activities of each group, and all together."""
        found, total = {}, {part: [] for part in PARTS}
        own = {id(row) for row in document.rows("funding")}
        for need in self.told:
            rows = need["activities"] or need["applications"]
            if need["activities"]:
                inside = any(id(row) in document.inside for row in rows)
            else:
                inside = any(id(row) in own for row in rows)
            if not inside:
                continue
            column = "activity_id" if need["activities"] else "application_id"
            name = ";".join(sorted(codes(row.get(column))[0] for row in rows))
            found[name] = need
            for part in PARTS:
                if need.get(part) is not None:
                    total[part].append(need[part])
        sums = {part: sum(amounts) if amounts else None for part, amounts in total.items()}
        return found | ({"all": sums} if found else {})
