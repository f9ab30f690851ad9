### The words of the dashboard and of what helps to find one's way in the workbooks.

workbook-back = Back to sheet “{ $sheet }”
dashboard-tab = Dashboard
dashboard-tab-breakdowns = Breakdowns
dashboard-note = Every figure is a live formula. A click on a figure leads to the first data row that counts in it; a click on its label, to its definition. The charts read the sheets Breakdowns and Funding; what is not reported or withheld is not drawn.
dashboard-note-apart = A figure on a grey ground is a value: the table of its rows has no sheet here. Every other is a live formula. A click on a figure leads to the first data row that counts in it; a click on its label, to its definition. The charts read the sheets Breakdowns and Funding; what is not reported or withheld is not drawn.
dashboard-indicators-note = The folded columns behind the unit give the definition, the calculation in words and the source: the + sign above the columns opens them. The code leads to the first row that counts.
dashboard-card-foot = { $unit } – { $reported } of { $asked } reported
dashboard-rest = Rest of the budget
dashboard-people-low = People, lower bound
dashboard-people-high = People, upper bound
dashboard-people-more = Up to the upper bound
dashboard-statuses = Activities by status
dashboard-chart-money = Budget by theme, spent and rest (thousand { $currency })
dashboard-chart-people = People reached by theme, lower and upper bound
dashboard-chart-attainment = Targets least advanced (100% = target)
dashboard-chart-funders = Requested and awarded by funder (thousand { $currency })
dashboard-spark = Over time
dashboard-made = Made by { $program }. Fingerprint of the inputs: { $fingerprint }. Reference date: { $date }.
dashboard-alt = { $title }: { $figures }
dashboard-alt-figure = { $name } { $first }
dashboard-alt-pair = { $name } { $first } and { $second }
