### The words that page layout adds to reports.

page-contents = Contents
page-stamp-provisional = Provisional
page-stamp-final = Final
page-stamp-draft = Draft
page-years-alt = Year { $year } of { $years } of the agreement
page-indicator = Indicator
page-baseline = Baseline
page-actual = Achieved
page-target = Target
page-applications = Applications
page-rate = Passed
page-goal = SDG { $number } { $name }
