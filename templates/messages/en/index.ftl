### The page index.html: what leads to every document.

index-skip = Skip to the documents
index-languages = Language of the page
index-provisional = Provisional
index-final = Final version
index-figures = Key figures
index-missing = What is missing
index-missing-returns = { $country }: { $count } of { $expected } expected returns did not come ({ $names }).
index-missing-errors = Errors found in the returns: { $count }; the totals that they touch are provisional.
index-missing-figures = Key figures not reported: { $figures }.
index-documents = Documents
index-search = Search
index-search-hint = A territory, a theme, a partner, in any of the three languages. Enter leads to the first result, Escape clears.
index-kind = Kind of document
index-kind-all = All
index-country = Country
index-country-all = All
index-found = Documents found:
index-none = No document matches this search.
index-clear = Clear
index-contents = Kinds of documents
index-made-by = Made by
index-fingerprint = Fingerprint of the input data (SHA-256):
index-with = with { $names }

index-shelf-whole = Whole agreement
index-shelf-associations = Associations
index-shelf-territories = Territories
index-shelf-themes = Themes
index-shelf-pairs = Pairs of councils
index-shelf-activities = Activities
index-shelf-dossiers = Funding dossiers
index-shelf-letters = Letters
index-shelf-calendar = Calendar
index-shelf-data = Open data
index-shelf-other = Other files

index-consolidated = Evaluation report
index-summary = Summary for elected members
index-sign-off = Sign-off sheet
index-transmission = Letter of transmission: { $party }
index-reminder = Reminder: { $council }
index-deadlines = Funding deadlines
index-data-figures = Every figure
index-data-report = The reports, for programs

index-format-pdf = PDF
index-format-xlsx = Excel
index-format-docx = Word
index-format-csv = CSV
index-format-json = JSON
index-format-ics = iCalendar
index-kilobytes = { $number } KB
index-megabytes = { $number } MB

index-template-text = this template is no text in UTF-8
index-template-end = this template holds ‘{ $found }’, which would break the page
