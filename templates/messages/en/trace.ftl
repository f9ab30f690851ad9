### The trace of a figure: its measure in words, its rows and its cells.

measure-count = number of rows of “{ $table }”
measure-distinct = number of different values of { $columns } in “{ $table }”
measure-sum = sum of { $column } in “{ $table }”
measure-latest = sum of the latest { $column } of each series in “{ $table }”
measure-bounds = people counted by { $column } in “{ $table }”, from the largest of the groups that may overlap to the simple sum
measure-mean = mean of { $column } in “{ $table }”, weighted by { $weight }
measure-spread = number of rows of “{ $table }” by { $column }
measure-ratio = { $above } ÷ { $below }
measure-ratio-row = { $above } ÷ { $below }; only rows that report both sides
measure-ratio-key = { $above } ÷ { $below }; only where both sides are reported for the same { $key }
measure-top = { $measure }; only the { $number } largest by { $column }
measure-attainment = progress of { $code } from its baseline to its target
measure-once = { $measure }, once for each { $column }
measure-where = { $measure } [{ $conditions }]
measure-of-activity = { $column } of the activity
measure-cutoff = cut-off day
condition-equal = { $column } = { $value }
condition-not-equal = { $column } ≠ { $value }
condition-less = { $column } < { $value }
condition-at-most = { $column } ≤ { $value }
condition-more = { $column } > { $value }
condition-at-least = { $column } ≥ { $value }
condition-in = { $column }: one of { $values }
condition-has = { $column } contains { $value }
condition-present = { $column } filled in
condition-missing = { $column } left blank

trace-fact = { $label }: { $value }
trace-definition = Definition
trace-measure = Measure
trace-formula = Formula
trace-scope = Scope
trace-scope-all = whole agreement
trace-period = Period
trace-result = Result
trace-provisional = Provisional
trace-provisional-why = errors in the data keep cells or rows out of this figure, or in doubt
trace-reported = Reported
trace-of = { $reported } of { $asked } asked
trace-baseline = Baseline
trace-target = Target
trace-actual = Actual value
trace-attainment = Target attained
trace-rates = Amounts and rates
trace-number = { $number } { $unit }
trace-ratio = { $above } ÷ { $below } = { $value }
trace-rate = { $amount } { $currency } = { $converted } { $report } ({ $rate }; { $period }; { $source })
trace-amount = { $amount } { $currency }
trace-side = { $side }: { $said }
trace-divided = ÷ { $rate }
trace-role-value = Rows
trace-role-numerator = Numerator
trace-role-denominator = Denominator
trace-role-baseline = Baseline
trace-role-target = Target
trace-role-actual = Actual value
trace-rows = { $role }: { $count_n ->
    [one] { $count } row
   *[other] { $count } rows
}
trace-more-cells = { $count_n ->
    [one] { $count } more cell; --all shows every cell.
   *[other] { $count } more cells; --all shows every cell.
}
trace-private = private
trace-return-came = return received
trace-return-none = no return
trace-table-attainments = Results
trace-column-attainment = Target attained
trace-said-no-rate = { $amount } { $currency }, without a rate
trace-said-converted = { $amount } { $currency } × { $rate } = { $converted } { $report }
trace-said-divided = { $amount } { $currency } ÷ { $rate } = { $converted } { $report }
trace-said-both = { $value }, at both ends
trace-said-high = { $value }, at the high end only
trace-said-weight = { $value } × weight { $weight }
trace-said-item = counts { $item }
trace-said-again = { $item }, already counted
trace-left-head = Rows left out
trace-left = { $reason } ({ $count })
trace-left-missing = not reported
trace-left-not-applicable = not applicable
trace-left-held = kept out by an error
trace-left-undated = without a date
trace-left-beside = part of a total that counts, or replaced by another row
trace-left-replaced = a later row counts
trace-left-one-side = the other side of the ratio is not reported
trace-left-not-largest = not among the largest
trace-places-more = { $places } … and { $more } more

trace-title = Trace of the figures
trace-tab-figures = Figures
trace-tab-territories = Territories
trace-tab-cells = Cells
trace-figures-note = Each figure of the consolidated report, with its definition, its rates and the cells it was made from. Where a figure has several sides, each side has its own line.
trace-figures-ask = The command bilan explain, followed by a code, lists every cell of a figure, for the whole, a territory or a theme.
trace-territories-title = Figures by territory
trace-territories-note = The main figures of each territory, as the breakdown of the report prints them. An activity of several territories counts in each.
trace-cells-title = Cells behind the figures
trace-cells-note = One row for each cell behind the figures of the first sheet, up to { $limit } rows. What a row adds stands beside its first cell.
trace-cells-cut = One row for each cell behind the figures of the first sheet. The list stops at { $limit } rows: { $beyond } more are left out. The command bilan explain lists them all.
trace-head-part = Part
trace-head-rows = Rows
trace-head-left-out = Rows left out
trace-head-rates = Amounts and rates
trace-head-cells = Cells
trace-head-formula = Formula
trace-head-territory = Territory
trace-head-column = Column
trace-head-sign = Sign
trace-head-read = Value read
trace-head-currency = Currency
trace-head-rate = Rate
trace-head-adds = Adds
trace-head-low = Low end or weight

cli-explain-figure = Explains a finding code, or follows a figure to its cells
cli-arg-figure = Code of a finding, such as V302, or of a figure, such as X3-disbursed
cli-arg-in-campaign = Folder that holds campaign.toml (default: this folder, else inputs)
cli-arg-territory = Territory that the figure speaks about: its code or name
cli-arg-theme = Theme that the figure speaks about: its code or name
cli-arg-all = Shows every cell, not only the first 50
cli-list = Lists indicators, themes, territories or findings, one a line
cli-arg-what = What to list: indicators, themes, territories or findings
cli-example-explain = Where a figure of the report comes from:
cli-no-campaign = No campaign here: go to the folder that holds campaign.toml, or name it with --in
cli-unknown-figure = there is no code `{ $found }`; the nearest are { $nearest }
cli-unknown-scope = there is no territory or theme `{ $found }`; the nearest is { $nearest }
list-head-code = Code
list-head-name = Name
list-head-unit = Unit
list-head-level = Level
list-head-aggregation = Aggregation
list-head-measure = Measure
list-head-goals = Goals
list-head-country = Country
list-head-severity = Severity
list-head-meaning = Meaning
level-input = input
level-output = output
level-outcome = outcome
level-context = context
aggregation-sum = sum
aggregation-latest = latest value
aggregation-ratio = ratio of sums
aggregation-weighted-mean = weighted mean
aggregation-distribution = distribution
aggregation-distinct-count = distinct count
aggregation-distinct-union = people, as an interval

setup-own-column = the column “{ $column }” is missing; the columns { $needed } are needed
setup-own-taken = the code { $code } is already taken by another indicator
