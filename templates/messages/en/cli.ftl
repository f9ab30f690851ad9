### The command line.

cli-about = Evaluates a decentralised cooperation agreement: reads the spreadsheets that councils return, checks every cell, computes indicators and the status of funding, and writes the PDF and Excel reports in French, Arabic and English.
cli-run = Reads the returns of a campaign and writes all reports
cli-check = Checks a campaign or one file, without writing a report
cli-aliases = Gathers what only a person can decide, in decisions.csv
cli-form = Writes the blank workbook for a council to fill
cli-new = Prepares the folder of a new campaign
cli-arg-campaign = Folder of the campaign, which holds campaign.toml and returns
cli-arg-path = Folder of a campaign, or one file that a council returned
cli-arg-out = Folder of the reports; empty, or written by this program
cli-arg-findings = Folder of the findings files
cli-arg-return = Also writes into this folder, for each council, its annotated workbook to correct and send back
cli-arg-file = File to write
cli-arg-folder = Folder to make
cli-arg-lang = Language of messages: fr, ar or en (default: that of the computer, else French)
cli-arg-form-lang = Language of the form: fr, ar or en
cli-arg-languages = Languages of the editions, separated by commas (default: those of the campaign)
cli-arg-date = Reference date, such as 2027-01-15 (default: that of the campaign, else today)
cli-arg-only = Writes these documents only: consolidated, summary, letters, an association, a territory, a theme, a pair (MA-HAO+FR-38), an activity, or the name of a file
cli-arg-strict = Refuses to write while a finding of severity error remains
cli-arg-timings = Shows how long each step took
cli-arg-accept = Accepts the first suggestion of these rows of decisions.csv, or of all of them (all)
cli-arg-by = Name of the person who decides
cli-arg-decided = Day of the decision, such as 2027-01-15 (default: today)
cli-arg-in = Campaign folder of a single file
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-help = Shows this help
cli-version = Shows the version
cli-command = command
cli-examples = Examples
cli-example-run = All reports of the campaign in the folder inputs:
cli-example-check = Check what a council has just sent:
cli-example-return = Prepare the answer to each council:
cli-example-aliases = Decide once about misspelt names and activities that came twice:
cli-example-form = The Arabic form:
cli-example-only = One territory, in Arabic:
cli-status = Exit status: 0 no error in the data, 1 errors remain (reports are provisional), 2 the program could not work.
cli-wrong-usage = The command is not understood: { $detail }
cli-see-help = See: { $command }

cli-step-read = Reading the returns
cli-step-count = Computing the indicators
cli-step-write = Writing the reports
cli-stage-compose = Laying out
cli-stage-pages = PDF pages and letters
cli-stage-workbooks = Workbooks
cli-stage-data = Data, traces and index
cli-clean = No finding.
cli-findings-count = { $errors_n ->
    [0] No errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings_n ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notices_n ->
    [0] no notices
    [one] { $notices } notice
   *[other] { $notices } notices
}.
cli-read-count = { $files_n ->
    [one] { $files } file read
   *[other] { $files } files read
}, { $activities_n ->
    [one] { $activities } activity
   *[other] { $activities } activities
}.
cli-written = { $files_n ->
    [one] { $files } file written
   *[other] { $files } files written
} to { $folder }.
cli-provisional = { $documents_n ->
    [one] { $documents } document is provisional: errors touch its figures
   *[other] { $documents } documents are provisional: errors touch their figures
}.
cli-unknown-document = there is no document `{ $found }`; use consolidated, summary, letters, an association, a territory, a theme, a pair, an activity or the name of a file; the nearest is { $nearest }
cli-new-done = Campaign prepared in { $folder }: complete campaign.toml, then put the files you receive into returns.
cli-folder-taken = the folder exists and is not empty
cli-return-same = this is the folder of the findings too: give another one
cli-seconds = { $step }: { $seconds } s

severity-error = error
severity-warning = warning
severity-notice = notice
explain-means = What it means
explain-expected = What is expected
explain-remedy = What to do
explain-wrong = Wrong
explain-right = Right

error-io = { $path }: { $detail }. Check that the path exists and that you may read or write there.
error-setup = { $file }: { $what }.
error-output-taken = The file { $path } was not written by this program, and a new run would take it away. Choose an empty or a new folder, or move the file.
error-output-busy = Another run is writing to { $path }. Wait for its end, or choose another folder.
error-output-held = Another program holds a file of { $path } open. Close it and try again; nothing was changed.
error-stopped = Stopped as you asked; the documents before are untouched.
error-strict = Errors remain in the data and --strict was given: nothing was written. Correct them, or run without --strict for provisional reports.
error-render = The document { $document } could not be laid out; a template may be broken: { $detail }
cli-left-unfinished = An earlier run had been stopped; what it had begun was removed.
cli-left-restored = An earlier run had been stopped while it put its files in place; the documents before it were put back.
cli-failed = { $documents_n ->
    [one] One document could not be laid out; all others are written.
   *[other] { $documents } documents could not be laid out; all others are written.
}
