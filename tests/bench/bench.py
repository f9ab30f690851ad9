"""Measures the whole job beside what users would script instead, in turn on the same machine, and prints a table.

    python3 tests/bench/bench.py --peers FOLDER --bilan target/release/bilan [MORE…] [--size S] [--times 3] [--work FOLDER]

The job: one workbook of 2,000 activities (S) or 20,000 (M) becomes a workbook for each of 178 territories and one of the
whole, and a report for each territory in three languages. Several builds of bilan are run in turn too; the last of them
makes what is compared and the table of documents. The folder of peers holds `gen.py`, which makes the workbook, and
`pipeline.py`, which does the job with polars, XlsxWriter and typst-py (`--peer P3`); run this script with the Python that
has them. Counts, amounts by currency and converted, by theme and by status, and the stages of applications must be equal to
the cent; a difference ends the script with 1.

    python3 tests/bench/bench.py --peers FOLDER --bilan target/release/bilan --whole --size L

`--whole` makes the whole report and its workbook alone, of as many activities as `--size` says (L is 200,000, else a
number), without the peer: its budget and spending by currency must be those of the rows, added up by themselves.
"""

import argparse
import csv
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

HERE = pathlib.Path(__file__).parent
STATUS = {"Planifiée": "pipeline", "En cours": "ongoing", "Terminée": "closed", "Suspendue": "suspended", "Annulée": "cancelled"}
STAGE = {"Identifiée": "identified", "En rédaction": "full-drafting", "Déposée": "submitted",
         "Présélectionnée": "preselected", "Accordée": "selected", "Refusée": "rejected"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", type=pathlib.Path, required=True)
    parser.add_argument("--bilan", type=pathlib.Path, required=True, nargs="+")
    parser.add_argument("--size", default="S")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/bilan-bench"))
    given = parser.parse_args()
    peers, work, *builds = (path.resolve() for path in (given.peers, given.work, *given.bilan))
    bilan = builds[-1]
    data = work / "data" / given.size
    if not data.exists():
        # A sheet of Excel has no room for the readings of 350,000 activities.
        layout = "per-territory" if given.size.isdigit() and int(given.size) > 300_000 else "one"
        run([sys.executable, "gen.py", "--size", given.size, "--layout", layout, "--out", data], cwd=peers)
    campaign = work / given.size
    shutil.rmtree(campaign, ignore_errors=True)
    shutil.copytree(HERE / "campaign", campaign)
    shutil.copytree(data, campaign / "returns")
    if given.whole:
        sys.exit(whole(bilan, campaign, work / "out" / f"whole-{given.size}", peers, data))

    out, their = work / "out" / f"bilan-{given.size}", work / "out" / f"peer-{given.size}"
    ours, theirs = {build: [] for build in builds}, []
    for _ in range(given.times):
        shutil.rmtree(their, ignore_errors=True)
        theirs.append(run([sys.executable, "pipeline.py", "--peer", "P3", "--input", data, "--out", their], cwd=peers))
        for build in builds:
            shutil.rmtree(out, ignore_errors=True)
            ours[build].append(run([build, "run", campaign, "--out", out, "--lang", "en", "--timings"], status=(0, 1)))
    again = run([bilan, "run", campaign, "--out", out, "--lang", "en"], status=(0, 1))
    files = sum(len(names) for _, _, names in os.walk(out))
    pages = len(list((out / "territories").glob("*.pdf")))
    differences = compare(out, their, peers, data)

    print(f"\n{machine()}; {datetime.date.today()}; {given.size}; median of {given.times}; {files} files, {pages} territory reports\n")
    print("| | wall s | CPU s | peak MiB |")
    print("|---|---|---|---|")
    rows = [("polars, XlsxWriter, typst-py", theirs), *((str(build), runs) for build, runs in ours.items())]
    for name, runs in (*rows, (f"{bilan} again, nothing changed", [again])):
        print(f"| {name} | {median(runs, 'wall'):.1f} | {median(runs, 'cpu'):.1f} | {median(runs, 'peak'):.0f} |")
    for build, runs in ours.items():
        ratios = sorted(their["wall"] / our["wall"] for their, our in zip(theirs, runs))
        print(f"\nWall time of the peer over that of {build}, run by run: {', '.join(f'{ratio:.2f}' for ratio in ratios)}; "
              f"median {statistics.median(ratios):.2f}.")
    print(f"\n{ours[bilan][-1]['said'][-600:]}")

    codes = sorted(path.name[len("territory-"):-len("-fr.pdf")] for path in (out / "territories").glob("*-fr.pdf"))
    print("\n| documents | peak MiB |\n|---|---|")
    for count in (17, 50, len(codes)):
        part = work / "out" / "part"
        shutil.rmtree(part, ignore_errors=True)
        some = run([bilan, "run", campaign, "--out", part, "--lang", "en", "--only", *codes[:count]], status=(0, 1))
        print(f"| {3 * count} | {some['peak']:.0f} |")
    sys.exit(1 if differences else 0)


def whole(bilan, campaign, out, peers, data):
    """Makes the whole report of a campaign, and counts the sums that differ from those of its rows."""
    shutil.rmtree(out, ignore_errors=True)
    job = run([bilan, "run", campaign, "--out", out, "--only", "consolidated", "--lang", "fr", "--timings"], status=(0, 1))
    print(f"\n{machine()}; {datetime.date.today()}\n\n{job['said'][-900:]}")
    print(f"\n| wall s | CPU s | peak MiB |\n|---|---|---|\n| {job['wall']:.0f} | {job['cpu']:.0f} | {job['peak']:.0f} |\n")
    with open(out / "internal" / "figures.csv", encoding="utf-8", newline="") as file:
        own = {(line["code"], line["part"]): line["value"] for line in csv.DictReader(file)
               if (line["document"], line["table"]) == ("consolidated", "cross")}
    differences = compared = 0
    for currency, amounts in by_currency(peers, data)["ALL"].items():
        for figure, amount in zip(("X3-budget", "X3-disbursed"), amounts):
            compared += 1
            if cents(own.get((figure, currency))) != amount:
                differences += 1
                print(f"{figure} {currency}: {own.get((figure, currency))} instead of {amount / 100}")
    print(f"{compared} sums compared, {differences} differ")
    return 1 if differences or not compared else 0


def run(command, cwd=None, status=(0,)):
    """Runs a command; gives its wall time, CPU time and peak memory."""
    began = time.perf_counter()
    child = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = child.stdout.read()
    _, code, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(code)
    if child.returncode not in status:
        sys.exit(f"{command[0]} ended with {child.returncode}:\n{said[-3000:]}")
    wall = time.perf_counter() - began
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024, "said": said}


def median(runs, key):
    return statistics.median(run[key] for run in runs)


def machine():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} processors, {memory:.0f} GiB"


def cents(text):
    return None if text in ("", None) else int((Decimal(text) * 100).quantize(Decimal(1), ROUND_HALF_UP))


def compare(out, their, peers, data):
    """Counts the figures that differ from the peer's."""
    figures = defaultdict(dict)
    with open(out / "internal" / "figures.csv", encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            figures[line["document"]][line["table"], line["code"], line["part"]] = line["value"]
    signature = json.loads((their / "signature.json").read_text())
    currencies = by_currency(peers, data)
    differences = compared = 0
    for code, peer in signature.items():
        own = figures["consolidated" if code == "ALL" else f"territory-{code}"]

        def number(table, figure, part="value"):
            return int(Decimal(own.get((table, figure, part)) or 0))

        def money(table, figure, part="converted"):
            return cents(own.get((table, figure, part))) or 0

        pairs = [("activities", number("cross", "X1-total"), peer["n"]),
                 ("budget", money("cross", "X3-budget"), peer["budget_c"]),
                 ("spent", money("cross", "X3-disbursed"), peer["spent_c"])]
        for currency, amounts in currencies[code].items():
            for figure, amount in zip(("X3-budget", "X3-disbursed"), amounts):
                pairs.append((f"{figure} {currency}", money("cross", figure, currency), amount))
        for theme, count, budget, spent in peer["by_theme"]:
            table = f"theme:{theme}"
            pairs += [(table, number(table, "X1-total"), count), (f"{table} budget", money(table, "X3-budget"), budget),
                      (f"{table} spent", money(table, "X3-disbursed"), spent)]
        for status, count in peer["by_status"]:
            table = f"status:{STATUS[status]}"
            pairs.append((table, number(table, "X1-total"), count))
        for stage, count, requested, _ in peer["funnel"]:
            pairs += [(f"stage {stage}", number("stages", STAGE[stage], "present"), count),
                      (f"stage {stage} requested", money("stages", STAGE[stage]), requested)]
        pairs.append(("awarded", money("cross", "X16-awarded"), sum(line[3] for line in peer["funnel"])))
        compared += len(pairs)
        for name, one, other in pairs:
            if one != other:
                differences += 1
                if differences < 20:
                    print(f"{code} {name}: {one} instead of {other}")
    print(f"{compared} figures compared, {differences} differ")
    return differences


def by_currency(peers, data):
    """Adds up the amounts of each territory by currency, from the workbook itself."""
    sys.path.insert(0, str(peers))
    import data_polars
    activities = data_polars.clean(*data_polars.read(str(data)))[0]
    sums = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for row in activities.select("territoire_maroc", "territoire_france", "devise", "budget_c", "depense_c").iter_rows():
        for code in ("ALL", row[0], row[1]):
            for at, amount in enumerate(row[3:]):
                sums[code][row[2]][at] += amount
    return sums


if __name__ == "__main__":
    main()
