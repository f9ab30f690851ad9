### The campaign file: explanations of the keys, and messages about a wrong set-up.

campaign-head =
    Campaign file of bilan. Each key follows its explanation; the values are examples to replace.
    A line that begins with # is not read.
table-agreement = The agreement under evaluation.
key-agreement-title = Title of the agreement in the three languages.
key-agreement-subtitle = Who the agreement binds, in a sentence under the title of the consolidated report; optional.
key-agreement-signed-on = Day of signature (year-month-day). The years of the agreement count from this day.
key-agreement-years = Duration in years.
key-agreement-tacit-renewal = true if the agreement is renewed tacitly.
table-party =
    The two associations that signed, the host of the report first. Covers keep their order.
    Their logos go into the folder logos, named by the country: MA.svg or MA.png, FR.svg or FR.png. Word letters take the PNG only.
key-party-country = Country of its councils, as in the list of territories.
key-party-short = Short name.
key-party-name = Full name in the three languages.
key-party-councils = Declared number of councils: coverage is computed over it.
key-party-contact-point = Contact point as printed (a function, not the name of a person).
table-period = The period under evaluation. Data are cut off on its last day.
key-period-from = First day.
key-period-to = Last day.
key-period-label = Name of the period as printed.
table-report = The reports.
key-report-reference-date = Day from which deadlines are counted. Without it and without --date, the day of the run.
key-report-currency = Currency of converted totals.
key-report-languages = Languages of the editions.
key-report-workbooks = Languages in which workbooks are written too; [] for none.
key-report-notice = Sentence printed on each document, for instance that the data are invented.
key-report-editions =
    Sets of documents to make: consolidated, summary (two pages), associations, territories, themes, pairs,
    activities (one sheet each), letters, and internal (what stays in the office). All unless told otherwise.
key-report-small-group = Smallest group of people that a public edition prints.
key-report-print-private = true to print private columns (names, addresses, phones) in the internal edition; the public one never has them.
table-returns = What the councils return, put into the folder returns.
key-returns-due = Day by which returns are due.
key-returns-expected = Territories from which a return is expected: "all", or a list of codes ["MA-AGD", "FR-38"].
table-received =
    Day on which each file was received, by its path inside the folder returns. Without a day a return is neither on time nor late.
key-received = A file and its day:
table-rate = Exchange rates, one block a rate. An amount is converted at the rate of its period.
key-rate-from = Currency of one unit.
key-rate-to = Currency of the rate.
key-rate-period = Period: "2026", "2026-S1" or "2025-11-13/2026-11-12".
key-rate-rate = Units of the second currency for one unit of the first, in quotes.
key-rate-source = Source, printed with the rate.
table-stage-probability =
    Probability of each funding stage, for the weighted pipeline. A stage left out counts zero.
key-stage-probability = A stage and its probability:
table-lead-days = Days needed between a council's session and a submission, by territory code; "*" for all others.
key-lead-days = A territory and its days:
table-paper-days = Days before a deadline by which a paper has to be ready, by code of papers.csv; "*" for all others. The deliberation of a council follows the table above.
key-paper-days = A paper and its days:
table-limits =
    Limits on one file. A file that passes one of them is told, and reading it stops there. Without this table, these values hold.
key-limits-file-mib = Size of a file, in mebibytes (MiB).
key-limits-parts = Parts of a workbook, which is a zip archive.
key-limits-unpacked-mib = Size of a workbook once unpacked, in mebibytes.
key-limits-ratio = How many times larger a part may become when unpacked.
key-limits-sheets = Sheets of a file.
key-limits-cells-million = Filled cells of a file, in millions.
key-limits-text-mib = Texts that all sheets of a workbook share, in mebibytes.
key-limits-memory-mib = Memory of the helper program that reads xls files, in mebibytes.
key-limits-seconds = Time to read a file, in seconds.

holds-text = a text in quotes
holds-names = the three names { "{" } fr = "…", ar = "…", en = "…" { "}" }
holds-date = a day such as 2026-11-12
holds-whole = a whole number
holds-decimal = a number in quotes, such as "10.85"
holds-flag = true or false
holds-texts = a list of texts, such as ["fr", "ar"]
holds-all-or-texts = "all" or a list of codes
holds-period = a period such as "2026", "2026-S1" or "2025-11-13/2026-11-12"
holds-dates = days such as 2026-12-01
holds-decimals = numbers in quotes
holds-wholes = whole numbers
holds-date-order = `day-month` or `month-day`
holds-yes-no = true or false

setup-toml = the file is not well-formed TOML: { $detail }
setup-key-near = there is no key `{ $key }`; did you mean `{ $nearest }`?
setup-key-unknown = there is no key `{ $key }`; the known keys are { $known }
setup-key-absent = the key `{ $key }` is absent
setup-table = `{ $key }` does not have the expected form: a table, or tables [[…]] for party and rate
setup-table-absent = the table [{ $key }] is absent
setup-value = the key `{ $key }` is { $found }; expected: { $expected }
setup-two-parties = two tables [[party]] are needed, one an association; found: { $found }
setup-period = the period begins on { $from }, after its end on { $to }
setup-language = the language `{ $found }` is not known; use fr, ar or en
setup-too-many-files = { $found } files in the folder; the limit is { $max }. Spread the returns over several campaigns
setup-list-absent = the list is absent
setup-list-line = line { $line }: { $detail }
setup-list-code = a row has no code
setup-call = { $code }: the column “{ $column }” can’t hold “{ $detail }”
setup-indicator = indicator { $code }, column { $column }: { $detail }
