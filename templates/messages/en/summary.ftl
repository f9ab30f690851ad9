### Two-page summary for elected members.

summary-title = Summary for elected members
summary-running = Summary for elected members · { $period }
summary-done = What was done
summary-open = Results, funding and decisions awaited
summary-results-of = Source: indicator readings; the { $shown } most widely reported of { $all } indicators; each row has its own scale, from zero.
summary-deadlines = Next funding deadlines
summary-late-papers = Documents late: { $count }
summary-asked = What is asked of elected members
summary-head-asked = Decision or action
summary-due-more = Other recommendations overdue: { $count }.
summary-open-more = Recommendations open, not yet due or without a due date: { $count }.
summary-nothing-asked = No recommendation is overdue, no commitment is late, no return is missing.
summary-ask-commitments = Commitments of the agreement that are late or not started ({ $count }), among them: { $commitments }
summary-ask-returns = Obtain the missing returns ({ $count }): { $councils }
summary-ask-returns-more =
    Obtain the missing returns ({ $count }): { $councils } and { $rest_n ->
        [one] { $rest } other
        *[other] { $rest } others
    }
summary-missing-returns = Returns not received: { $silent } of { $expected } expected.
summary-missing-people = People reached are reported for { $reported } of { $asked } activities.
summary-missing-spent = Amounts paid are reported for { $reported } of { $asked } activities.
summary-missing-errors = Errors found in the returns: { $count }; the totals concerned are provisional.
