### Why a file is not read, and the limits on a file.

## Reasons: the end of a sentence, without full stop.

reason-archive = it is an archive and not a table; unpack it and send the files inside
reason-cell-outside = a cell lies outside the limits of a sheet (16,384 columns, 1,048,576 rows); delete it
reason-cell-twice = the cell stands twice in the file; open it and save it again
reason-child = reading it took too much memory, or the file is damaged; open it and save it as xlsx
reason-damaged = the file is damaged; open it and save it again
reason-document = it is a document and not a table; send the workbook that it was made from
reason-document-type = it holds a document type declaration, which has no place in a workbook; open it and save it again
reason-empty = it is empty
reason-html = it is a web page saved under the name of a table; open it and save it as xlsx
reason-not-text = it is neither a workbook nor text
reason-old-format = this old or binary format is not read on this system; save the file as xlsx
reason-partial = { $reason }; the sheet was read up to row { $row }
reason-parts-twice = two parts of the workbook have the same name; open it and save it again
reason-password = it is protected by a password; save a copy without password
reason-pdf = it is a PDF document; send the workbook that it was made from
reason-picture = it is a picture; send the table itself
reason-quote-open = a quotation mark is opened and never closed, which joins several rows into one cell; delete or close it
reason-rows-order = the rows of the file are not in order; open it and save it again
reason-sheet-missing = the sheet ‘{ $sheet }’ is announced and absent from the file
reason-string-missing = the cell refers to a text that is absent from the file
reason-system = the system says: { $detail }
reason-truncated = the file is incomplete, as after an interrupted transfer; send it again
reason-changing = somebody was saving it while it was read; close it and run again
reason-unforeseen = the program met something in it that it did not foresee; save the file as xlsx and send it again
reason-xml = it is an XML file; open it and save it as xlsx

## Limits: what is allowed.

limit-cells = { $max_n ->
    [one] { $max } filled cell a file
   *[other] { $max } filled cells a file
}
limit-file-size = { $max } MB a file
limit-merged = { $max_n ->
    [one] { $max } merged block a sheet
   *[other] { $max } merged blocks a sheet
}
limit-parts = { $max_n ->
    [one] { $max } part a workbook
   *[other] { $max } parts a workbook
}
limit-piece = { $max } MB for one cell
limit-ratio = at most { $max } times its size when unpacked
limit-row-text = { $max } MB of text a row
limit-rows = { $max_n ->
    [one] { $max } row a sheet
   *[other] { $max } rows a sheet
}
limit-seconds = { $max_n ->
    [one] { $max } second of reading a file
   *[other] { $max } seconds of reading a file
}
limit-sheets = { $max_n ->
    [one] { $max } sheet a file
   *[other] { $max } sheets a file
}
limit-sheets-all = { $max } sheets in all files together
limit-text = { $max } MB of text a workbook
limit-unpacked = { $max } MB once the workbook is unpacked

## Limits: what was found.

limit-megabytes = { $number } MB
limit-read-to = more; the sheet was read up to row { $row }
limit-stopped = more; reading stopped there
limit-times = { $number } times its size
