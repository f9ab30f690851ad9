### The decisions of people: decisions.csv, and the command aliases.

## What agrees between two rows.

joint-pair = the territories
joint-title = the title
joint-title-alike = most of the title
joint-identifier = the identifier
joint-start = the start (within a month)
joint-dates = the dates (which overlap)
joint-amount = the amount
joint-theme = the theme
joint-activity = the activity
joint-funder = the funder
joint-call = the call

## Why a row of decisions.csv is not applied: the rest of a sentence, without a full stop.

decision-blank = an empty cell
decision-kind-unknown = the kind ‘{ $found }’ is not known; it takes alias, merge, separate or correction
decision-list-unknown = the list ‘{ $found }’ is not known; it takes Territories, Themes or Funders, for example
decision-entry-unknown = ‘{ $found }’ is neither a code nor a name of the list
decision-text-absent = the text that it is about is missing from the column Found
decision-text-taken = the text is a name of the list already, that of { $entry }
decision-author-absent = the author of the decision is missing
decision-date-absent = the date of the decision is missing
decision-date-unreadable = the date ‘{ $found }’ can’t be read; write it as 2027-01-15 or 15/01/2027
decision-date-ahead = the date lies ahead: { $found }, after { $latest }
decision-place-absent = the file or the cell is missing
decision-cell-unreadable = ‘{ $found }’ is not the address of a cell, such as H7
decision-identifiers-absent = it takes two identifiers, or two files where the identifier is the same
decision-answer-unknown = the decision ‘{ $found }’ is not understood; it takes yes, no, or for a merge the identifier to keep
decision-contradiction = it contradicts row { $row }
decision-kept-apart = it joins what another row keeps apart

setup-decisions-table = the file is no table that can be read: { $detail }
setup-decisions-headings = the first row does not hold the headings expected; it takes at least: { $expected }

## The command aliases.

aliases-done = { $file }: { $new_n ->
    [0] no new proposal
    [one] { $new } new proposal
   *[other] { $new } new proposals
}{ $accepted_n ->
    [0] .
   *[other] , { $accepted } accepted.
}
aliases-line = {"  "}row { $row } — { $list }: ‘{ $found }’ → { $suggestions } — { $remark }
aliases-line-alone = {"  "}row { $row } — { $list }: ‘{ $found }’, no suggestion — { $remark }
aliases-line-joint = {"  "}row { $row } — { $found } and { $other } — { $remark }
aliases-line-correction = {"  "}row { $row } — { $file } { $cell }: { $found }
aliases-found = { $count_n ->
    [one] once: { $place }
   *[other] { $count } times, first: { $place }
}
aliases-joint = { $place }: { $message }
aliases-nothing = Nothing waits for a decision.
aliases-next =
    What to do: open the file in Excel. In the column Decision, write for a name its code or the name of the list; for two activities, yes (the same) or no (separate). Add your name and the date, then save: later runs use it.
    Or accept the first suggestion of some rows: --accept 2,5 --by "Your name"; of all: --accept all.
aliases-no-row = row { $found } does not exist in decisions.csv
aliases-not-open = row { $found } does not wait for a decision
aliases-no-suggestion = row { $found } has no suggestion; write the decision in the file
