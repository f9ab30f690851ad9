### The answer to the council: its own workbook, read and annotated.

returned-file = return-{ $sender }
returned-tab = # To correct
returned-tab-choices = # Suggestions
returned-title = Your return, read cell by cell
returned-to = { $name } – good day, and thank you for your return.
returned-to-unknown = Good day, and thank you for your return. The council that sent it could not be told.
returned-campaign = { $agreement } – { $period } – as of { $date }
returned-files = Read in: { $files }
returned-count = { $errors_n ->
    [0] No errors
    [one] { $errors } error to correct
   *[other] { $errors } errors to correct
}, { $warnings_n ->
    [0] no warnings
    [one] { $warnings } warning to check
   *[other] { $warnings } warnings to check
}, { $notices_n ->
    [0] no notices
    [one] { $notices } notice
   *[other] { $notices } notices
}.
returned-unread = Nothing could be read in this file: the list below says why, and how to send it again.
returned-step-open = 1. The tabs that follow hold your values, at the same addresses. In the list, click an address to go to the cell; its note says what is wrong.
returned-step-correct = 2. Correct in the tabs. Where there are suggestions, an arrow appears at the edge of the cell: choose one, or type another value.
returned-step-send = 3. Save this workbook and send it back: it will be read as it is.
returned-step-list = 1. Correct your own file with the help of the list below, then send it back.
returned-step-none = Nothing is asked of you. The tabs that follow hold your values, at the same addresses.
returned-due = Please send it back by { $date }.
returned-late = It was due by { $date }: please send it back as soon as you can.
returned-legend-error = error: the cell is kept out of the figures until it is corrected
returned-legend-warning = warning: the value is used as it was understood; please check it
returned-private = The contacts that you entered stand in this copy: it is meant for your council only. Formulas are replaced by their values.
returned-too-large = Your files hold more than { $max } cells: only the list is given, without a copy of the sheets.
returned-cut = Texts too long for one cell, cut in this copy: { $count }.
returned-few-notes = The first { $max } cells have a note; for the others, the list below says the same.
returned-few-rows = Only the first { $max } findings are in this list.
returned-list = What was found
returned-clean = No finding: every value was understood.
returned-head-choices = Suggestions
returned-row = row { $row }
returned-account = The account of your cells
returned-account-note = Every filled cell is used, left aside for a stated reason, or held back by an error: the account adds up.
returned-expected = Expected: { $text }
returned-remedy = What to do: { $text }
returned-choices = Suggestions: { $text }
