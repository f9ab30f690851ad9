"""Computes every figure of a campaign again, from the returned files, and compares it with what a run wrote.

    python3 tests/recompute/recompute.py inputs out [--reference inputs/reference]

Prints how many figures were compared and each difference; the exit status is 1 if there is one. Counts and reported
values agree exactly, money to the cent, ratios and everything that was divided to 1e-9 of their size.
"""

import argparse
import csv
import pathlib
import sys
import time
from collections import defaultdict
from decimal import Decimal, InvalidOperation, getcontext

import figures
import needs
import reading

getcontext().prec = 40
CENT = Decimal("0.005")
RATIO = Decimal("1e-9")
# A campaign of fewer activities, in which every theme is counted again too.
SMALL = 2_000


def written(out):
    """The figures of a run: by document, table and code, the outcome, its parts and its counts."""
    found = defaultdict(dict)
    with open(pathlib.Path(out) / "internal" / "figures.csv", encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            figure = found[line["document"]].setdefault((line["table"], line["code"]), {"parts": {}})
            figure["kind"], figure["reported"], figure["asked"] = line["outcome"], line["reported"], line["asked"]
            figure["undated"] = line["undated"]
            figure["parts"][line["part"]] = line["value"]
    return found


def number(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def near(one, other, money):
    """Money agrees to the cent; every other number to 1e-9 of its size, so that counts agree exactly."""
    if one is None or other is None:
        return one is None and other is None
    return abs(one - other) <= (CENT if money else RATIO * abs(one))


class Comparison:
    def __init__(self):
        self.figures = self.values = 0
        self.differences = []

    def differ(self, where, mine, theirs):
        self.differences.append(f"{where}: recomputed {mine}, written {theirs}")

    def figure(self, where, mine, theirs):
        """Compares a figure: its outcome, each of its parts, who reported, who was asked."""
        self.figures += 1
        if theirs is None or mine is None:
            self.differ(where, mine and (mine.kind, mine.parts), theirs)
            return
        if mine.kind != theirs["kind"]:
            self.differ(where, (mine.kind, mine.parts), (theirs["kind"], theirs["parts"]))
            return
        for name in ("reported", "asked", "undated"):
            if theirs[name] == "":
                continue
            self.values += 1
            if str(getattr(mine, name)) != theirs[name]:
                self.differ(f"{where} {name}", getattr(mine, name), theirs[name])
        parts = {part: number(value) for part, value in theirs["parts"].items() if part}
        if mine.kind == "spread":
            parts = {part: value for part, value in parts.items() if value or part == "median"}
        self.parts(where, mine.parts, parts, mine.kind == "money")

    def parts(self, where, mine, theirs, money=False):
        for part in sorted(mine.keys() | theirs.keys()):
            self.values += 1
            if not near(mine.get(part), theirs.get(part), money):
                self.differ(f"{where} {part}", mine.get(part), theirs.get(part))

    def needs(self, name, own, wrote):
        """Compares what the projects of a document lack, to the cent."""
        lines = {code: wrote.pop(("needs", code))["parts"] for table, code in list(wrote) if table == "needs"}
        for code in sorted(own.keys() | lines.keys()):
            self.figures += 1
            if code not in own or code not in lines:
                mine = own.get(code) and {part: own[code].get(part) for part in needs.PARTS}
                self.differ(f"{name} need {code}", mine, lines.get(code))
            elif not own[code].get("lacking"):
                mine = {part: own[code].get(part) for part in needs.PARTS}
                self.parts(f"{name} need {code}", mine, {part: number(text) for part, text in lines[code].items()}, True)

    def themes(self, data, wrote):
        """Compares the figures of each theme in the whole. Those of other documents, of statuses and of stages are not
        counted again, and the README says so."""
        for table, code in [key for key in wrote if key[0].startswith("theme:")]:
            own = figures.Document(data, "theme", table.partition(":")[2]).figures()[0]
            self.figure(f"consolidated {table} {code}", own.get(code), wrote[table, code])

    def document(self, name, own, goals, wrote):
        cross, results = own
        for key in [key for key in wrote if key[0].startswith(("theme:", "status:")) or key[0] == "stages"]:
            del wrote[key]
        for code, figure in goals.items():
            self.figure(f"{name} goal {code}", figure, wrote.pop(("goals", code), None))
        for code, figure in cross.items():
            self.figure(f"{name} {code}", figure, wrote.pop(("cross", code), None))
        for code, (figure, targets, reason) in results.items():
            self.figure(f"{name} {code}", figure, wrote.pop(("results", code), None))
            aims = wrote.pop(("targets", code), None)
            if aims is None or (reason or "number") != aims["kind"]:
                self.differ(f"{name} {code} targets", reason, aims)
                continue
            self.parts(f"{name} {code}", targets | {"attainment": targets.get("attainment")},
                       {part: number(value) for part, value in aims["parts"].items()})
        for table, code in wrote:
            self.differ(f"{name} {table} {code}", None, wrote[table, code])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("campaign")
    arguments.add_argument("out")
    arguments.add_argument("--reference", default="inputs/reference")
    arguments = arguments.parse_args()
    started = time.monotonic()
    campaign = reading.Campaign(arguments.campaign, arguments.reference)
    reader = reading.Reader(campaign, pathlib.Path(arguments.out) / "internal" / "findings.csv")
    data = figures.Data(reader)
    comparison = Comparison()
    for cell in reader.unread:
        comparison.differ(cell, "a cell that can't be read", "no error")
    wrote = written(arguments.out)
    lacking = needs.Needs(data)
    for name in sorted(wrote):
        kind, _, code = name.partition("-")
        document = figures.Document(data, "all" if name == "consolidated" else kind, code or None)
        comparison.needs(name, lacking.of(document), wrote[name])
        # Each theme costs as much as a document.
        if name == "consolidated" and len(reader.tables["activities"]) < SMALL:
            comparison.themes(data, wrote[name])
        comparison.document(name, document.figures(), document.goals(), wrote[name])
    rows = sum(len(table) for table in reader.tables.values())
    print(f"{arguments.campaign}: {len(wrote)} documents, {rows} rows, {comparison.figures} figures, "
          f"{comparison.values} values compared, {len(comparison.differences)} differences "
          f"({time.monotonic() - started:.0f} s)")
    for difference in comparison.differences[:200]:
        print("  " + difference)
    return 1 if comparison.differences or not comparison.figures else 0


if __name__ == "__main__":
    sys.exit(main())
