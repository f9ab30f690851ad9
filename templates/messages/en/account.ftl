### The account of cells: why a cell is left aside.

ignored-above = above the headings
ignored-unused-column = column or heading outside the form
ignored-total = total row
ignored-note = note or section title
ignored-example = the form’s example
ignored-tags = row of tags under the headings
ignored-sheet-unknown = sheet not recognised
ignored-help = help sheet (guide, lists, findings)
ignored-by-profile = left out by a mapping profile
ignored-joint = already told by a partner’s return
account-line = Cells: { $read } read, { $used } used, { $ignored } left aside, { $held } held back by an error.
account-line-reasons = Cells: { $read } read, { $used } used, { $ignored } left aside ({ $reasons }), { $held } held back by an error.
account-total = Total
account-check = Difference
account-grid-files = The account of each file
account-grid = Cells left aside, by reason
account-head-reason = Reason
account-head-cells = Cells
account-head-share = Share of the cells read
