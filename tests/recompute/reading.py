"""Reads the returned files of a campaign, by the input contract alone.

Nothing here knows the program: headings and lists come from `inputs/reference`, cells from the files. The one thing
taken from a run is its `findings.csv`: what an error there names stays out of the figures, as the contract says.
"""

import csv
import datetime as dt
import io
import pathlib
import re
import tomllib
import unicodedata
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree


class State:
    """A cell that says nothing that counts: not applicable, or kept out by an error. Missing is None."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


NOT_APPLICABLE = State("not applicable")
HELD = State("held")


@dataclass(frozen=True, order=True)
class Span:
    """The days from `start` to `end`, both included."""

    start: dt.date
    end: dt.date


@dataclass
class Row:
    sheet: str
    place: tuple  # file, sheet and row, in reading order
    cells: dict
    held: bool = False
    filled: int = 0
    activities: list = field(default_factory=list)  # the activities it names that are known
    sender: str | None = None

    def get(self, name):
        return self.cells.get(name)


# What columns hold; every other column holds words.
NUMBERS = {"baseline", "target", "actual", "numerator", "denominator", "household_size", "person_days"}
COUNTS = {"beneficiaries_planned", "beneficiaries_total", "beneficiaries_women", "beneficiaries_youth", "number",
          "participants", "women"}
MONEY = {"budget_total", "budget_spent", "contribution_ma", "contribution_fr", "contribution_other", "in_kind",
         "amount_requested", "amount_awarded", "amount_signed", "amount_received", "own_cash", "own_in_kind",
         "total_cost", "amount"}
DATES = {"start_date", "end_date", "actual_end_date", "updated_on", "deadline", "submission_date", "decision_date",
         "due", "cutoff_date", "date_sent"}
DATED_BY_DAY = {"passages", "exchanges", "consultations", "milestones"}
PERIODS = {"period", "from_period"}
YEARS = {"baseline_year", "target_year"}
SEVERAL = {"other_themes", "territory_ma", "territory_fr", "third_country", "territories", "sdg"}
IDS = {("activities", "markers"), ("funding", "activity_id")}
LISTS = {
    "theme": "themes", "other_themes": "themes", "territory_ma": "territories", "territory_fr": "territories",
    "territory": "territories", "territories": "territories", "third_country": "values:country",
    "currency": "currencies", "sdg": "sdg", "risk_level": "risk_levels", "indicator_code": "indicators",
    "funder": "funders", "funding_stage": "funding_stages", "direction": "values:direction",
    "accumulation": "values:accumulation", "sex": "values:sex", "planned_reached": "values:planned_reached",
    "unique_total": "values:yes_no", "held_planned": "values:held_planned", "state": "values:practice_state",
    "criterion": "dac_criteria", "commitment": "commitments", "probability": "risk_levels", "impact": "risk_levels",
    "dac_code": "dac_purpose_codes",
    "activities.kind": "values:activity_kind", "activities.status": "activity_status", "indicators.unit": "units",
    "indicators.group": "values:group", "passages.stage": "funding_stages", "amounts.kind": "values:amount_kind",
    "milestones.stage": "values:pole_stage", "ratings.level": "values:rating_level",
    "recommendations.status": "values:recommendation_status", "commitments.status": "values:commitment_status",
    "identification.language": "values:language",
}
REQUIRED = {
    "activities": ["activity_id", "title", "theme", "status"], "funding": ["funder", "funding_stage"],
    "passages": ["application_id", "stage", "date"], "amounts": ["activity_id", "amount", "currency"],
    "beneficiaries": ["activity_id", "number"], "exchanges": ["direction"], "consultations": ["date"],
    "good-practices": ["title"], "recommendations": ["text"], "ratings": ["criterion", "level", "evidence"],
    "risks": ["description"], "commitments": ["commitment"], "milestones": ["pole", "stage"], "indicators": [],
}
NOT_USED = {"partners", "budget-lines", "tasks"}
CURRENCY_SIGNS = {"€": "EUR", "euro": "EUR", "euros": "EUR", "dh": "MAD", "dhs": "MAD", "درهم": "MAD", "دراهم": "MAD",
                  "$": "USD", "fcfa": "XOF", "£": "GBP"}

# Errors of comparison: those that keep one cell out, and those that keep out the row of the cell that they name.
CELL_ERRORS = {"C505", "C506"}
ROW_ERRORS = {"C501", "C502", "C508", "C510", "C514", "C515", "C534", "C537"}
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

MISSING_WORDS = ["non renseigné", "non communiqué", "غير مصرح به", "غير متوفر", "not reported"]
NOT_APPLICABLE_WORDS = ["n/a", "na", "n.a.", "sans objet", "s.o.", "so", "ne s'applique pas", "non applicable",
                        "غير معني", "لا ينطبق", "not applicable"]
ZERO_WORDS = ["néant", "nil", "none", "aucun", "aucune", "لا شيء", "zéro", "صفر"]
TOTAL_WORDS = ["total", "totaux", "sous total", "somme", "ensemble", "subtotal", "sub total", "grand total", "sum",
               "المجموع", "مجموع", "الإجمالي"]
MONTHS = [
    "janvier janv jan january يناير", "février févr fév feb february فبراير", "mars mar march مارس",
    "avril avr apr april أبريل", "mai may ماي", "juin jun june يونيو", "juillet juil jul july يوليوز",
    "août aug august غشت", "septembre sept sep september شتنبر", "octobre oct october أكتوبر",
    "novembre nov november نونبر", "décembre déc dec december دجنبر",
]


def fold(text):
    """One spelling for what people write in many ways."""
    letters = []
    for letter in unicodedata.normalize("NFKD", str(text)).lower():
        if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Cf") or letter in "ـء":
            continue
        letter = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ڭ": "ك",
                  "گ": "ك", "œ": "oe", "æ": "ae"}.get(letter, letter)
        if letter.isdigit() and not letter.isascii():
            letter = str(unicodedata.digit(letter))
        letters.append(letter if letter.isalnum() else " ")
    return " ".join("".join(letters).split())


FOLDED = {name: {fold(word) for word in words} for name, words in
          [("missing", MISSING_WORDS), ("na", NOT_APPLICABLE_WORDS), ("zero", ZERO_WORDS), ("total", TOTAL_WORDS)]}
MONTH = {fold(name): at for at, names in enumerate(MONTHS, 1) for name in names.split()}


class Lists:
    """The reference lists: codes by every name that people write."""

    def __init__(self, folder):
        self.folder = folder
        self.rows = {path.stem: self.table(path) for path in folder.glob("*.csv")}
        self.names = {}
        for name in ["territories", "themes", "activity_status", "currencies", "funders", "funding_stages",
                     "risk_levels", "dac_criteria", "commitments", "units", "indicators"]:
            self.names[name] = self.index(self.rows[name])
        self.names["dac_purpose_codes"] = {fold(row["code"]): row["code"] for row in self.rows["dac_purpose_codes"]}
        for row in self.rows["values"]:
            self.names.setdefault("values:" + row["list"], {}).update(self.index([row]))
        sdg = {}
        for row in self.rows["sdg_goals"]:
            for word in ["", "odd ", "sdg ", "هدف "]:
                sdg[fold(word + row["number"])] = row["number"]
        for row in self.rows["sdg_targets"]:
            sdg[fold(row["code"])] = row["code"]
        self.names["sdg"] = sdg
        self.sheets = {fold(row["synonym"]): row["sheet"] for row in self.rows["sheets"]}
        self.sheets.update({fold(row["sheet"]): row["sheet"] for row in self.rows["sheets"]})
        self.headings = {}
        self.languages = {}
        for row in self.rows["headers"]:
            self.headings.setdefault((row["sheet"], fold(row["synonym"])), row["field"])
            self.headings.setdefault((row["sheet"], fold(row["field"])), row["field"])
            self.languages.setdefault((row["sheet"], fold(row["synonym"])), row["language"])
        self.fields = {(row["sheet"], row["field"]) for row in self.rows["headers"]}

    @staticmethod
    def table(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @staticmethod
    def index(rows):
        index = {}
        for row in rows:
            names = [row["code"]] + [text for name, text in row.items() if name.startswith(("name_", "plural_")) and text]
            names += (row.get("aliases") or "").split(";")
            for name in names:
                if fold(name):
                    index.setdefault(fold(name), row["code"])
        return index

    def sheet(self, name):
        folded = fold(name)
        return self.sheets.get(folded) or self.sheets.get(folded.lstrip("0123456789 "))

    def field(self, sheet, text):
        """The column that a heading means, and the currency in its parentheses."""
        def exact(text):
            return self.headings.get((sheet, fold(text))) or self.headings.get(("*", fold(text)))

        found = exact(text)
        if found:
            return found, None
        if "(" in text or "[" in text:
            head, tail = re.split(r"[(\[]", text, maxsplit=1)
            if exact(head):
                inside = re.split(r"[)\]]", tail)[0]
                return exact(head), self.one("currencies", inside)
        parts = {exact(part) for part in re.split(r"[/|\n]", text) if part.strip()} - {None}
        return (parts.pop() if len(parts) == 1 else None), None

    def one(self, name, text):
        index = self.names[name]
        text = text.strip()
        if fold(text) in index:
            return index[fold(text)]
        if name == "currencies":
            return CURRENCY_SIGNS.get(text.lower().strip(". "))
        if re.search(r"[;,\n،|]", text):
            return None
        parts = {index.get(fold(part)) for part in re.split(r"[()–—:/]| - ", text) if fold(part)} - {None}
        return parts.pop() if len(parts) == 1 else None

    def several(self, name, text):
        """The codes of a cell with several entries; None where one of them is unknown."""
        whole = self.one(name, text)
        if whole:
            return (whole,)
        codes = []
        for part in re.split(r"[;\n\r،|]", text):
            if name == "sdg":
                part = re.sub(r"[:(=]\s*[\d.]+\s*%?\s*\)?\s*$", "", part.strip())
            pieces = part.split(",")
            while any(piece.strip() for piece in pieces):
                for end in range(len(pieces), 0, -1):
                    code = self.one(name, ",".join(pieces[:end]))
                    if code:
                        codes += [code] if code not in codes else []
                        pieces = pieces[end:]
                        break
                else:
                    return None
        return tuple(codes)


# --- the three formats ---------------------------------------------------------------------------------------------

@dataclass(frozen=True)
class Percent:
    """A number whose cell is formatted as a percentage."""

    number: float


def xlsx_sheets(path):
    import openpyxl

    for sheet in openpyxl.load_workbook(path, data_only=True):
        rows = []
        for row in sheet.iter_rows():
            rows.append([Percent(cell.value) if isinstance(cell.value, (int, float)) and "%" in (cell.number_format or "")
                         else cell.value for cell in row])
        yield sheet.title, rows


ODS = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
       "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
       "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}


def ods_sheets(path):
    def name(prefix, local):
        return "{%s}%s" % (ODS[prefix], local)

    content = ElementTree.fromstring(zipfile.ZipFile(path).read("content.xml"))
    for table in content.iter(name("table", "table")):
        rows = []
        for row in table.iter(name("table", "table-row")):
            cells = []
            for cell in row:
                repeat = int(cell.get(name("table", "number-columns-repeated"), "1"))
                cells += [ods_value(cell, name)] * min(repeat, 200)
            repeat = int(row.get(name("table", "number-rows-repeated"), "1"))
            empty = all(cell is None for cell in cells)
            rows += [cells] * (1 if empty and repeat > 2000 else repeat)
        yield table.get(name("table", "name")), rows


def ods_value(cell, name):
    kind = cell.get(name("office", "value-type"))
    if kind in ("float", "currency"):
        return float(cell.get(name("office", "value")))
    if kind == "percentage":
        return Percent(float(cell.get(name("office", "value"))))
    if kind == "date":
        return dt.datetime.fromisoformat(cell.get(name("office", "date-value"))[:19])
    if kind is None:
        return None
    return "\n".join("".join(part.itertext()) for part in cell.findall(name("text", "p")))


def csv_sheets(path):
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    name = path.stem.rsplit("--", 1)[-1]
    yield name, [list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)]


def sheets(path):
    return {".xlsx": xlsx_sheets, ".ods": ods_sheets, ".csv": csv_sheets}[path.suffix](path)


# --- cells ---------------------------------------------------------------------------------------------------------

def blank(value):
    return value is None or (isinstance(value, str) and not value.strip("\u200e\u200f \t\n\r\u00a0\u202f"))


def exact(number):
    """A number of a file by its first fifteen digits, which is what a spreadsheet shows."""
    return Decimal(f"{number:.14e}").normalize()


def text_of(value):
    if isinstance(value, Percent):
        value = value.number
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return format(exact(value), "f")
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value).strip("\u200e\u200f \t\n\r\u00a0\u202f")


def western(text):
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)


def number_of(text, grouped, language):
    """A number as people write it: the number, the currency beside it, and whether it is a percentage."""
    text = western(text).replace("٪", "%").replace("−", "-")
    text = re.sub("[\u200e\u200f]", "", text).strip()
    found = re.search(r"[\d(+\-][\d\s\u00a0\u202f.,'’٫٬]*\)?|\d", text)
    if not found:
        return None
    core, beside = found.group().strip(), (text[:found.start()] + text[found.end():]).strip(" .")
    percent = beside == "%"
    currency = None
    if beside and not percent:
        currency = CURRENCY_SIGNS.get(beside.lower()) or (beside.upper() if re.fullmatch("[A-Za-z]{3}", beside) else None)
        if currency is None:
            return None
    negative = core.startswith(("-", "("))
    core = re.sub(r"[\s\u00a0\u202f'’٬()+\-]", "", core)
    if "٫" in core:
        core = core.replace(",", "").replace("٫", ".")
    elif "," in core and "." in core:
        thousands = "," if core.rindex(",") < core.rindex(".") else "."
        core = core.replace(thousands, "").replace(",", ".")
    elif core.count(",") + core.count(".") > 1:
        core = re.sub("[,.]", "", core)
    elif re.fullmatch(r"[1-9]\d{0,2}[,.]\d{3}", core):
        # Two readings: thousands in an amount or a count; else what the language of the sheet does.
        if grouped or ("," in core and language == "en"):
            core = re.sub("[,.]", "", core)
    try:
        number = Decimal(core.replace(",", "."))
    except InvalidOperation:
        return None
    number = -number if negative else number
    return (number / 100 if percent else number), currency, percent


def day_of(text):
    text = western(text)
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    try:
        if found:
            return dt.date(*map(int, found.groups()))
        found = re.fullmatch(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})", text.replace(" ", ""))
        if found:
            one, two, three = map(int, found.groups())
            if len(found.group(1)) == 4:
                return dt.date(one, two, three)
            year = three + 2000 if three < 100 else three
            return dt.date(year, two, one) if two <= 12 else dt.date(year, one, two)
        words = fold(text).split()
        month = [MONTH[word] for word in words if word in MONTH]
        numbers = [int(re.sub("(er|st|nd|rd|th)$", "", word)) for word in words if word not in MONTH]
        year = [number for number in numbers if number > 31]
        day = [number for number in numbers if number <= 31]
        return dt.date(year[0], month[0], day[0])
    except (ValueError, IndexError):
        return None


def span_of(text):
    """A year, half, quarter, month, day, or two of them with a stroke between."""
    text = western(text.strip())

    def months(year, first, last):
        after = dt.date(year + last // 12, last % 12 + 1, 1)
        return Span(dt.date(year, first, 1), after - dt.timedelta(days=1))

    if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)\s*/\s*(\d{4}-\d\d-\d\d)", text):
        return Span(*(dt.date.fromisoformat(day) for day in found.groups()))
    if re.fullmatch(r"\d{4}", text):
        return months(int(text), 1, 12)
    if found := re.fullmatch(r"(\d{4})[- –](\d{4})", text):
        return Span(dt.date(int(found[1]), 1, 1), dt.date(int(found[2]), 12, 31))
    text_turned = re.sub(r"^([SHTQsthq]?\d{1,2})[ \-/](\d{4})$", r"\2-\1", text)
    if found := re.fullmatch(r"(\d{4})[- ]([SsHh])([12])", text_turned):
        return months(int(found[1]), int(found[3]) * 6 - 5, int(found[3]) * 6)
    if found := re.fullmatch(r"(\d{4})[- ]([TtQq])([1-4])", text_turned):
        return months(int(found[1]), int(found[3]) * 3 - 2, int(found[3]) * 3)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", text_turned):
        return months(int(found[1]), int(found[2]), int(found[2]))
    words = fold(text).split()
    if len(words) == 2 and words[0] in MONTH and words[1].isdigit():
        return months(int(words[1]), MONTH[words[0]], MONTH[words[0]])
    day = day_of(text)
    return Span(day, day) if day else None


class Reader:
    """Reads the returns of a campaign into tables of rows."""

    def __init__(self, campaign, findings):
        self.campaign = campaign
        self.lists = Lists(campaign.reference)
        self.errors = {}
        self.unread = []  # cells that this reader can't read, and in which the program finds no error
        with open(findings, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                if row["severity"] == "error":
                    self.errors.setdefault((row["file"], row["sheet"]), {})[row["cell"]] = row["code"]
        self.tables = {}
        self.returns = {}  # by territory: received_on, read, valid
        self.read()

    def read(self):
        folder = self.campaign.folder / "returns"
        senders = {}
        paths = (path for path in folder.rglob("*") if path.is_file())
        for at, path in enumerate(sorted(paths, key=lambda path: str(path.relative_to(folder)).encode())):
            relative = str(path.relative_to(folder))
            stem = relative.split("--")[0] if "--" in path.name else relative.rsplit(".", 1)[0]
            sender = senders.setdefault(stem, {"rows": [], "read": 0, "held": 0, "territory": None, "received": None})
            received = self.campaign.received.get(relative)
            if received:
                sender["received"] = max(received, sender["received"] or received)
            for number, (name, rows) in enumerate(sheets(path)):
                if not name.startswith("#"):
                    self.sheet(sender, relative, name, rows, (at, number), path.suffix == ".csv")
        for stem, sender in senders.items():
            territory = sender["territory"] or self.named(stem)
            for row in sender["rows"]:
                row.sender = territory
                self.tables.setdefault(row.sheet, []).append(row)
            if territory:
                known = self.returns.setdefault(territory, {"received": None, "senders": []})
                if sender["received"]:
                    known["received"] = max(sender["received"], known["received"] or sender["received"])
                known["senders"].append(sender)
        for rows in self.tables.values():
            rows.sort(key=lambda row: row.place)

    def named(self, stem):
        for part in reversed(stem.split("/")):
            words = fold(part).split()
            for length in range(min(6, len(words)), 0, -1):
                for at in range(len(words) - length + 1):
                    text = " ".join(words[at:at + length])
                    if any(c.isalpha() for c in text) and text in self.lists.names["territories"]:
                        return self.lists.names["territories"][text]
        return None

    def sheet(self, sender, file, name, rows, place, text_only):
        rows = [(at, row) for at, row in enumerate(rows) if not all(blank(value) for value in row)]
        if not rows:
            return
        sheet = self.lists.sheet(name)
        if sheet is None:
            return
        sender["read"] += sum(not blank(value) for _, row in rows for value in row)
        if sheet in NOT_USED:
            return
        errors = self.errors.get((file, name), {})
        if "" in errors:
            sender["held"] += sum(not blank(value) for _, row in rows for value in row)
            return
        if sheet == "identification":
            for _, row in rows:
                values = [value for value in row if not blank(value)]
                if len(values) > 1 and self.lists.field(sheet, str(values[0]).rstrip(" :*"))[0] == "territory":
                    sender["territory"] = self.lists.one("territories", text_of(values[1]))
            return

        def meanings(row):
            return [self.lists.field(sheet, value) if isinstance(value, str) else (None, None) for value in row]

        score = [sum(found is not None for found, _ in meanings(row)) for _, row in rows[:30]]
        top = score.index(max(score))
        columns = meanings(rows[top][1])
        languages = [self.lists.languages.get((sheet, fold(value))) for value in rows[top][1] if isinstance(value, str)]
        language = max(("fr", "ar", "en"), key=lambda each: (languages.count(each), each == "fr"))
        for at, row in rows[top + 1:]:
            values = [(column, value) for column, value in enumerate(row) if not blank(value)]
            if self.aside(sheet, columns, values):
                continue
            record = self.record(sheet, columns, values, errors, at, language, (file, name))
            if record is not None:
                record.place = place + (at,)
                sender["rows"].append(record)

    def aside(self, sheet, columns, values):
        """Totals, notes and the example of the form are no records."""
        texts = [(column, value) for column, value in values if isinstance(value, str)]
        if not texts:
            return False
        words = fold(texts[0][1]).split()
        if any(fold(value).split()[:1] and fold(value).split()[0] in ("exemple", "example", "مثال") for _, value in texts[:1]):
            return True
        if all(isinstance(value, str) and value.strip().startswith("#") for _, value in values):
            return True
        if words and (words[0] in FOLDED["total"] or " ".join(words[:2]) in FOLDED["total"]):
            known = [LISTS.get(f"{sheet}.{columns[c][0]}") or LISTS.get(columns[c][0]) for c, _ in texts if c < len(columns)]
            entries = [name for name, (_, value) in zip(known, texts) if name and name != "currencies" and
                       fold(value) in self.lists.names[name]]
            if not entries:
                return True
        mapped = sum(found is not None for found, _ in columns)
        is_id = columns[texts[0][0]][0] in ("activity_id", "application_id") and " " not in texts[0][1].strip()
        return len(values) == 1 and mapped > 2 and not is_id

    def record(self, sheet, columns, values, errors, at, language, where):
        row = Row(sheet, (), {})
        signs = {}
        percents = set()
        for column, value in values:
            name, currency = columns[column] if column < len(columns) else (None, None)
            if name is None:
                continue
            row.filled += 1
            address = f"{letters(column)}{at + 1}"
            if errors.get(address, "")[:1] in ("V", "L") or errors.get(address) in CELL_ERRORS:
                row.cells[name] = HELD
                continue
            cell, sign, percent = self.cell(sheet, name, value, language)
            if cell is HELD:
                self.unread.append(f"{where[0]} {where[1]}!{address} {name}: {value!r}")
            row.cells[name] = cell
            if name == "sdg" and isinstance(value, str):
                row.cells["sdg weights"] = self.weights(value)
            signs[name] = sign or currency
            if percent:
                percents.add(name)
        if not row.filled:
            return None
        self.money(row, signs)
        for name in REQUIRED[sheet]:
            if row.get(name) in (None, HELD, NOT_APPLICABLE):
                row.held = True
        if sheet == "indicators":
            self.reading(row, percents)
        marked = {code for address, code in errors.items() if address.lstrip(ALPHABET) == str(at + 1)}
        row.held = row.held or bool(marked & ROW_ERRORS)
        if "C503" in marked:
            self.reversed_days(row)
        return row

    def cell(self, sheet, name, value, language):
        """A cell by what its column holds: the value, the currency beside it, whether it is a percentage."""
        kind_number = name in NUMBERS or name in COUNTS or name in MONEY
        if isinstance(value, str):
            text = text_of(value)
            folded = fold(text)
            if not text.strip("-–—−_…") or folded in FOLDED["missing"]:
                return None, None, False
            if folded in FOLDED["na"]:
                return NOT_APPLICABLE, None, False
            if folded in FOLDED["zero"]:
                if kind_number:
                    return Decimal(0), None, False
                if self.kind(sheet, name) != "text":
                    return NOT_APPLICABLE, None, False
        if kind_number:
            if isinstance(value, Percent):
                return exact(value.number), None, True
            if isinstance(value, (int, float)):
                return exact(value), None, False
            found = number_of(text_of(value), name not in NUMBERS, language)
            return found or (HELD, None, False)
        kind = self.kind(sheet, name)
        text = text_of(value)
        if kind == "text":
            return text, None, False
        if kind == "ids":
            parts = [part.strip() for part in re.split(r"[;,\n،]", text) if part.strip()]
            if name == "markers":
                # A marker and its score, in one writing.
                parts = [re.sub(r"\s*[:=]\s*", ":", part) for part in parts]
            return tuple(dict.fromkeys(parts)), None, False
        if kind == "date":
            found = value.date() if isinstance(value, dt.datetime) else day_of(text)
        elif kind == "period":
            found = Span(value.date(), value.date()) if isinstance(value, dt.datetime) else span_of(text)
        elif kind == "year":
            span = span_of(text)
            found = Decimal((value.year if isinstance(value, dt.datetime) else span.start.year)) if span else None
        elif kind == "several":
            found = self.lists.several(LISTS[name], text)
        else:
            found = self.lists.one(kind, text)
        return (HELD if found is None else found), None, False

    def weights(self, text):
        """The share of each target, where all have a percentage and the percentages sum to 100; else None."""
        shares = {}
        for part in re.split(r"[;\n،|]", western(text)):
            found = re.fullmatch(r"\s*(.+?)\s*[:(=]\s*([\d.,]+)\s*%?\s*\)?\s*", part)
            if not found:
                return None
            shares[self.lists.one("sdg", found[1])] = Decimal(found[2].replace(",", "."))
        total = sum(shares.values())
        return {target: share / total for target, share in shares.items()} if abs(total - 100) <= Decimal("0.5") else None

    def kind(self, sheet, name):
        if (sheet, name) in IDS:
            return "ids"
        if name in DATES or (name == "date" and sheet in DATED_BY_DAY):
            return "date"
        if name in PERIODS or (name == "date" and sheet == "amounts"):
            return "period"
        if name in YEARS:
            return "year"
        if name in SEVERAL:
            return "several"
        return LISTS.get(f"{sheet}.{name}") or LISTS.get(name) or "text"

    @staticmethod
    def money(row, signs):
        """The currency of a row: its column, else the sign beside an amount. An amount without one stays out."""
        amounts = [name for name in row.cells if name in MONEY and isinstance(row.cells[name], Decimal)]
        if not amounts:
            return
        if row.get("currency") in (None, NOT_APPLICABLE):
            found = [signs[name] for name in amounts if signs.get(name)]
            if found:
                row.cells["currency"] = found[0]
        for name in amounts:
            currency = row.get("currency")
            if not isinstance(currency, str) or (signs.get(name) and signs[name] != currency):
                row.cells[name] = HELD

    def reading(self, row, percents):
        """Finds the indicator by its name where no code stands, and turns percentage points into fractions."""
        code = row.get("indicator_code")
        if not isinstance(code, str):
            name = row.get("indicator_name")
            code = self.lists.one("indicators", name) if isinstance(name, str) else None
            if code is None:
                row.held = row.held or row.get("indicator_code") is HELD or not isinstance(name, str)
                return
            row.cells["indicator_code"] = code
        unit = next((each["unit"] for each in self.lists.rows["indicators"] if each["code"] == code), None)
        if unit != "percent":
            return
        plain = [name for name in ("baseline", "target", "actual")
                 if isinstance(row.get(name), Decimal) and name not in percents]
        if any(abs(row.cells[name]) > 1 for name in plain):
            for name in plain:
                row.cells[name] /= 100

    @staticmethod
    def reversed_days(row):
        """Where an end comes before its start, neither is believed."""
        for start, ends in (("start_date", ("end_date", "actual_end_date")), ("submission_date", ("decision_date",))):
            for end in ends:
                days = [row.get(start), row.get(end)]
                if all(isinstance(day, dt.date) for day in days) and days[1] < days[0]:
                    row.cells[start] = row.cells[end] = HELD

    def count_cells(self):
        """Counts the cells of each return once the rows that stay out are known."""
        for known in self.returns.values():
            known["read"] = sum(sender["read"] for sender in known["senders"])
            held = sum(sender["held"] for sender in known["senders"])
            for sender in known["senders"]:
                for row in sender["rows"]:
                    held += row.filled if row.held else sum(value is HELD for value in row.cells.values())
            known["valid"] = known["read"] - held


def letters(column):
    """The letters of a column, from 0."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Campaign:
    """The campaign file: period, rates, returns expected and received."""

    def __init__(self, folder, reference):
        self.folder = pathlib.Path(folder)
        own = self.folder / "reference"
        self.reference = own if (own / "indicators.csv").exists() else pathlib.Path(reference)
        file = tomllib.loads((self.folder / "campaign.toml").read_text(encoding="utf-8"))
        self.start, self.end = file["period"]["from"], file["period"]["to"]
        self.signed = file["agreement"]["signed_on"]
        self.cutoff = min(self.end, file["report"]["reference_date"])
        self.covers = self.start <= self.signed
        self.currency = file["report"]["currency"]
        self.due = file["returns"]["due"]
        expected = file["returns"].get("expected")
        self.expected = expected if isinstance(expected, list) else None
        self.received = file.get("received", {})
        self.probability = {stage: Decimal(text) for stage, text in file.get("stage_probability", {}).items()}
        self.councils = {party["country"]: party["councils"] for party in file["party"]}
        self.rates = [(rate["from"], rate["to"], span_of(str(rate.get("period") or rate.get("date"))),
                       Decimal(str(rate["rate"]))) for rate in file.get("rate", [])]

    def convert(self, amount, currency, day):
        """An amount in the report currency at the rate of a day; None where there is none."""
        if currency == self.currency:
            return amount
        for one, other, span, rate in self.rates:
            if span.start <= day <= span.end:
                if (one, other) == (currency, self.currency):
                    return amount * rate
                if (one, other) == (self.currency, currency):
                    return amount / rate
        return None
