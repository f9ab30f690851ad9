"""Makes a campaign of invented returns, always the same: 20,000 activities unless told otherwise.

    python3 tests/recompute/generate.py FOLDER [ACTIVITIES]

It holds what councils send: blanks, `n/a` and zeros, three currencies, one or several territories on either side,
annual and cumulative readings, days in and out of the period, summary columns with and without their details, and
every so often a fault that keeps a cell or a row out.
"""

import csv
import datetime as dt
import pathlib
import random
import sys

CAMPAIGN = """
[agreement]
title = { fr = "Accord d’essai", ar = "اتفاقية تجريبية", en = "Trial agreement" }
subtitle = { fr = "Données inventées", ar = "معطيات افتراضية", en = "Invented data" }
signed_on = 2024-03-15
years = 5
tacit_renewal = true

[[party]]
country = "MA"
short = "AMPCPP"
name = { fr = "Association marocaine", ar = "الجمعية المغربية", en = "Moroccan association" }
councils = 75
contact_point = { fr = "Le président", ar = "الرئيس", en = "The president" }

[[party]]
country = "FR"
short = "DF"
name = { fr = "Départements de France", ar = "جمعية أقاليم فرنسا", en = "Départements de France" }
councils = 104
contact_point = { fr = "Le président", ar = "الرئيس", en = "The president" }

[period]
from = 2026-01-01
to = 2026-12-31
label = { fr = "année 2026", ar = "سنة 2026", en = "year 2026" }

[report]
reference_date = 2027-02-01
currency = "EUR"
languages = ["fr"]
notice = { fr = "Données inventées", ar = "معطيات افتراضية", en = "Invented data" }
small_group = 5
print_private = false

[returns]
due = 2027-01-15
expected = [EXPECTED]

[received]
RECEIVED

[[rate]]
from = "EUR"
to = "MAD"
period = "2023"
rate = "10.95"
source = "essai"

[[rate]]
from = "EUR"
to = "MAD"
period = "2024"
rate = "10.75"
source = "essai"

[[rate]]
from = "EUR"
to = "MAD"
period = "2025"
rate = "10.60"
source = "essai"

[[rate]]
from = "EUR"
to = "MAD"
period = "2026"
rate = "10.85"
source = "essai"

[[rate]]
from = "USD"
to = "EUR"
period = "2023-2025"
rate = "0.925"
source = "essai"

[[rate]]
from = "USD"
to = "EUR"
period = "2026"
rate = "0.87"
source = "essai"

[stage_probability]
identified = "0.05"
screened = "0.10"
concept-drafting = "0.15"
concept-submitted = "0.20"
preselected = "0.40"
full-drafting = "0.35"
submitted = "0.40"
under-review = "0.45"
reserve = "0.25"

[lead_days]
"*" = 45
"""

MOROCCO = ["MA-AGD", "MA-AZI", "MA-CHE", "MA-ERR", "MA-FIG", "MA-HAO", "MA-KHN", "MA-NAD", "MA-OUA", "MA-TAZ", "MA-TIZ", "MA-TNG"]
FRANCE = ["FR-03", "FR-12", "FR-13", "FR-34", "FR-35", "FR-38", "FR-44", "FR-6AE", "FR-81", "FR-93"]
SILENT = ["MA-OUD", "FR-01"]
STATUSES = ["pipeline", "ongoing", "ongoing", "ongoing", "closing", "closed", "closed", "suspended", "cancelled"]
ON_THE_WAY = ["identified", "screened", "concept-drafting", "concept-submitted", "preselected", "full-drafting",
              "submitted", "under-review", "selected", "contracted", "first-instalment", "executing", "settled"]
BESIDE = ["reserve", "rejected", "withdrawn"]
START, END = dt.date(2023, 6, 1), dt.date(2027, 6, 30)

SHEETS = {
    "activities": "activity_id title theme other_themes territory_ma territory_fr third_country start_date end_date "
                  "actual_end_date status currency budget_total budget_spent in_kind beneficiaries_planned "
                  "beneficiaries_total beneficiaries_women beneficiaries_youth sdg markers",
    "indicators": "activity_id territory indicator_code unit baseline target target_year actual numerator denominator "
                  "period accumulation group household_size",
    "funding": "application_id activity_id funder funding_stage co_holder currency amount_requested amount_awarded "
               "amount_signed amount_received own_cash own_in_kind total_cost submission_date decision_date",
    "passages": "application_id stage date",
    "amounts": "activity_id kind payer payee date amount currency",
    "beneficiaries": "activity_id group sex age planned_reached number unique_total",
    "exchanges": "date direction theme territories participants women person_days activity_id",
    "consultations": "date held_planned subject",
    "good-practices": "title theme territory state",
    "recommendations": "text due status",
    "ratings": "activity_id criterion level evidence",
    "milestones": "pole territories stage date",
}


class Maker:
    def __init__(self, reference, size):
        self.random = random.Random(20261113)
        self.words = random.Random(7)
        self.size = size
        self.tables = {}
        read = lambda name: list(csv.DictReader(open(reference / f"{name}.csv", encoding="utf-8-sig", newline="")))
        self.themes = [row["code"] for row in read("themes") if row["indicator_group"].startswith("T")]
        self.funders = [row["code"] for row in read("funders")][:15]
        self.indicators = [row for row in read("indicators") if "readings." in row["measure"]]
        self.criteria = [row["code"] for row in read("dac_criteria")]
        self.groups = [row["code"] for row in read("values") if row["list"] == "group" and row["code"] != "indirect"][:4]
        self.levels = [row["code"] for row in read("values") if row["list"] == "rating_level"]

    def title(self):
        """Four invented words: no two activities look like one that both partners report."""
        syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
        word = lambda: "".join(syllables[self.words.randrange(len(syllables))] for _ in range(4))
        return " ".join(word() for _ in range(4)).capitalize()

    def one(self, values):
        return values[self.random.randrange(len(values))]

    def chance(self, share):
        return self.random.random() < share

    def whole(self, low, high):
        return self.random.randrange(low, high + 1)

    def maybe(self, value, missing=0.15):
        """The value, a blank, or now and then a word for nothing that applies or for zero."""
        draw = self.random.random()
        return "" if draw < missing else "n/a" if draw < missing + 0.02 else "néant" if draw < missing + 0.03 else value

    def amount(self, high=500_000):
        return f"{self.whole(100, high * 100) / 100:.2f}"

    def day(self, start=START, end=END):
        return (start + dt.timedelta(days=self.whole(0, (end - start).days))).isoformat()

    def add(self, sender, sheet, **cells):
        self.tables.setdefault((sender, sheet), []).append(cells)

    def make(self):
        for at in range(self.size):
            self.activity(at)
        for at in range(max(self.size // 400, 5)):
            self.loose(at)

    def activity(self, at):
        name = f"A-{at:05}"
        ma = sorted({self.one(MOROCCO) for _ in range(self.one([0, 1, 1, 1, 1, 1, 1, 2, 3]))})
        fr = sorted({self.one(FRANCE) for _ in range(self.one([0, 1, 1, 1, 1, 1, 2]))})
        sender = self.one((ma or MOROCCO) + (fr or FRANCE))
        theme = self.one(self.themes)
        start, end = sorted([self.day(), self.day()])
        if self.chance(0.003):
            start, end = end, start
        total = self.whole(0, 4000)
        women = self.whole(0, total) if not self.chance(0.004) else total + 3
        status = self.one(STATUSES)
        currency = self.one(["EUR", "EUR", "MAD", "MAD", "USD"]) if not self.chance(0.01) else ""
        others = ";".join(sorted({self.one(self.themes) for _ in range(self.one([0, 0, 0, 1, 2]))} - {theme}))
        budget = self.amount()
        spent = f"{float(budget) * self.random.random():.2f}"
        markers = ";".join(f"{code}:{self.whole(0, 2)}" for code in ["1", "2", "6", "7", "11"]) if self.chance(0.6) else ""
        self.add(
            sender, "activities", activity_id=name if not self.chance(0.001) else f"A-{at - 1:05}",
            title=self.title(), theme=theme, other_themes=others, territory_ma=";".join(ma), territory_fr=";".join(fr),
            third_country=self.one(["", "", "", "", "", "SN"]), start_date=start if not self.chance(0.05) else "",
            end_date=end if not self.chance(0.08) else "", actual_end_date=end if status == "closed" and self.chance(0.5) else "",
            status=status, currency=currency, budget_total=self.maybe(budget), budget_spent=self.maybe(spent, 0.3),
            in_kind=self.maybe(self.amount(20_000), 0.6), beneficiaries_planned=self.maybe(str(self.whole(0, 5000)), 0.3),
            beneficiaries_total=self.maybe(str(total), 0.2), beneficiaries_women=self.maybe(str(women), 0.3),
            beneficiaries_youth=self.maybe(str(self.whole(0, total)), 0.5),
            sdg=self.one(["", "6.1", "6.1;11.6", "4", "6.1:60;11.6:40"]), markers=markers)
        if self.chance(0.3):
            self.amounts(sender, name)
        if self.chance(0.3):
            self.people(sender, name)
        if self.chance(0.35):
            self.readings(sender, name, ma, fr)
        if self.chance(0.15):
            self.application(sender, at, name)
        if self.chance(0.2):
            self.exchange(sender, name, theme, ma + fr)
        if self.chance(0.03):
            self.add(sender, "ratings", activity_id=name, criterion=self.one(self.criteria), level=self.one(self.levels),
                     evidence="Rapport")

    def amounts(self, sender, name):
        for kind in ["budget", "committed", "disbursed", "disbursed", "in-kind"]:
            if self.chance(0.75):
                day = self.one([self.day(), self.day(), "2025", "2026", "2026-S1", ""])
                self.add(sender, "amounts", activity_id=name, kind=kind, payer="", payee="", date=day,
                         amount=self.maybe(self.amount(), 0.01), currency=self.one(["EUR", "MAD", "USD"]))
        if self.chance(0.1):
            for payer, payee in [("Association", "Conseil"), ("Conseil", "Opérateur"), ("Opérateur", "Fournisseur")]:
                self.add(sender, "amounts", activity_id=name, kind="disbursed", payer=payer, payee=payee,
                         date=self.day(), amount=self.amount(), currency="EUR")

    def people(self, sender, name):
        unique = self.chance(0.2)
        for _ in range(self.whole(1, 4)):
            self.add(sender, "beneficiaries", activity_id=name, group=self.one(["", "élèves", "agriculteurs", "indirect"]),
                     sex=self.one(["f", "m", ""]), age="", planned_reached=self.one(["planned", "reached", "reached", "reached"]),
                     number=self.maybe(str(self.whole(0, 3000)), 0.005), unique_total="")
        if unique:
            self.add(sender, "beneficiaries", activity_id=name, group="", sex=self.one(["", "", "f"]), age="",
                     planned_reached="reached", number=str(self.whole(500, 4000)), unique_total="yes")

    def readings(self, sender, name, ma, fr):
        indicator = self.one(self.indicators)
        place = self.one(["activity", "activity", "activity", "territory", "both"])
        territory = self.one(ma + fr) if (ma + fr) and place != "activity" else ""
        activity = "" if place == "territory" and territory else name
        flow, cumulative = indicator["kind"] == "flow", indicator["kind"] == "cumulative"
        kind = "annual" if flow else "cumulative" if cumulative else self.one(["", "annual"])
        if self.chance(0.01):
            kind = "cumulative" if flow else "annual"
        percent = indicator["unit"] == "percent"
        unit = indicator["unit"] if not self.chance(0.1) else ""
        size = ""
        if indicator["unit"] == "person" and self.chance(0.1):
            unit, size = "household", self.one(["4.5", "5", ""])
        elif self.chance(0.005):
            unit = "kilometre" if indicator["unit"] != "kilometre" else "person"
        groups = [""] if self.chance(0.7) else ["", *self.groups[:2]] if self.chance(0.5) else self.groups[:2]
        for period in self.one([["2026"], ["2025", "2026"], ["2026-S1", "2026-S2"], ["2024", "2025"], [""], ["2026-T2"]]):
            for group in groups:
                below = self.whole(1, 900)
                above = self.whole(0, below)
                value = lambda: f"{self.random.random():.3f}" if percent else str(self.whole(0, 900))
                actual = f"{above / below:.6f}" if percent else value()
                self.add(sender, "indicators", activity_id=activity, territory=territory,
                         indicator_code=indicator["code"], unit=unit, baseline=self.maybe(value(), 0.4),
                         target=self.maybe(value(), 0.3), target_year=self.one(["", "2026", "2028"]),
                         actual=self.maybe(actual, 0.1), numerator=self.maybe(str(above), 0.3),
                         denominator=self.maybe(str(below), 0.3), period=period, accumulation=kind, group=group,
                         household_size=size)

    def application(self, sender, at, name):
        application = f"F-{at:05}"
        stage = self.one(ON_THE_WAY + BESIDE)
        far = ON_THE_WAY.index(stage) if stage in ON_THE_WAY else 7
        requested = self.whole(10_000, 900_000)
        awarded = requested * self.whole(50, 100) // 100
        signed = awarded * self.whole(90, 100) // 100
        sent, decided = sorted([self.day(), self.day()])
        self.add(
            sender, "funding", application_id=application,
            activity_id=name if self.chance(0.8) else "" if self.chance(0.3) else f"{name};A-{max(at - 7, 0):05}",
            funder=self.one(self.funders), funding_stage=stage, co_holder=self.one(["", "", "MA-AGD"]),
            currency=self.one(["EUR", "MAD", "USD"]), amount_requested=self.maybe(str(requested), 0.05),
            amount_awarded=self.maybe(str(awarded), 0.1) if far >= 8 else "",
            amount_signed=self.maybe(str(signed), 0.1) if far >= 9 else "",
            amount_received=self.maybe(str(signed * self.whole(0, 100) // 100), 0.2) if far >= 10 else "",
            own_cash=self.maybe(str(self.whole(0, 90_000)), 0.3), own_in_kind=self.maybe(str(self.whole(0, 50_000)), 0.5),
            total_cost=self.maybe(str(requested + self.whole(0, 300_000)), 0.2),
            submission_date=self.maybe(sent, 0.1) if far >= 6 else "", decision_date=decided if far >= 8 and self.chance(0.9) else "")
        if self.chance(0.5):
            days = sorted(self.day() for _ in range(far + 1))
            for passed, day in zip(ON_THE_WAY[:far + 1], days):
                if self.chance(0.8):
                    self.add(sender, "passages", application_id=application, stage=passed, date=day)

    def exchange(self, sender, name, theme, territories):
        participants = self.whole(1, 60)
        self.add(sender, "exchanges", date=self.day() if not self.chance(0.1) else "",
                 direction=self.one(["fr-ma", "ma-fr", "both"]), theme=theme if self.chance(0.5) else "",
                 territories=";".join(territories) if self.chance(0.5) else "",
                 participants=self.maybe(str(participants), 0.1), women=self.maybe(str(self.whole(0, participants)), 0.2),
                 person_days=self.maybe(str(self.whole(1, 200) / 2), 0.2), activity_id=name if self.chance(0.8) else "")

    def loose(self, at):
        sender = self.one(MOROCCO + FRANCE)
        self.add(sender, "consultations", date=self.day(), held_planned=self.one(["held", "held", "planned"]), subject="Suivi")
        self.add(sender, "good-practices", title=f"Pratique {at}", theme=self.one(["", *self.themes]),
                 territory=self.one(["", *MOROCCO]), state=self.one(["documented", "transferred", "replicated"]))
        self.add(sender, "recommendations", text=f"Recommandation {at}", due=self.day(), status=self.one(["open", "done", "dropped"]))
        self.add(sender, "milestones", pole=f"Pôle {at % 9}", territories=";".join(sorted({self.one(MOROCCO), self.one(MOROCCO)})),
                 stage=str(self.whole(0, 5)), date=self.day())

    def write(self, folder):
        returns = folder / "returns"
        returns.mkdir(parents=True, exist_ok=True)
        received = []
        for at, sender in enumerate(MOROCCO + FRANCE):
            for sheet, columns in SHEETS.items():
                rows = self.tables.get((sender, sheet))
                if rows:
                    with open(returns / f"{sender}--{sheet}.csv", "w", encoding="utf-8", newline="") as file:
                        writer = csv.DictWriter(file, columns.split())
                        writer.writeheader()
                        writer.writerows(rows)
            if at % 5:
                day = dt.date(2027, 1, 5) + dt.timedelta(days=at)
                received.append(f'"{sender}--activities.csv" = {day}')
        expected = ", ".join(f'"{code}"' for code in MOROCCO + FRANCE + SILENT)
        text = CAMPAIGN.replace("EXPECTED", expected).replace("RECEIVED", "\n".join(received))
        (folder / "campaign.toml").write_text(text.lstrip(), encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    maker = Maker(pathlib.Path(__file__).parents[2] / "inputs" / "reference", size)
    maker.make()
    maker.write(folder)


if __name__ == "__main__":
    main()
