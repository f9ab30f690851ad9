### What each page says of its making, and the logos.

report-made = { $program } · data { $fingerprint }
page-logo-alt = Logo: { $name }

setup-logo-name = the file’s name names no association; the names expected are { $known }
setup-logo-format = a logo is an SVG or PNG file; save it in one of these formats
setup-logo-twice = the association already has a logo, { $other }; keep one
setup-logo-large = the file has { $size } KiB; the limit is { $most } KiB. Make the picture smaller
setup-logo-pixels = the picture has more than { $most } million pixels. Make it smaller
setup-logo-no-png = the file is no PNG picture, whatever its name says
setup-logo-broken = the picture can’t be read: { $detail }
setup-logo-linked = the picture refers to `{ $linked }`, which is not in the file; embed it in the SVG

## Lines over time

lines-alt = { $name } – { $points }.
lines-signed = Funding signed
page-lines-open = under way
chart-halves = Dated disbursements peak in the { $half }; by half-year, in { $unit }
chart-halves-plain = Amounts by half-year, in { $unit }

## What is missing, on page one

key-missing-line = { $what }: { $missing } of { $of }.
key-missing-returns = Expected returns not received
key-missing-people = Blank declarations of people reached
key-missing-budget = Budgets not reported
key-missing-paid = Amounts disbursed not reported

## The inputs

grid-provenance = The files that this report is made from
report-head-sha = SHA-256
note-provenance = Made by { $program } from { $inputs } files; fingerprint of all: { $fingerprint }.
note-provenance-how = The fingerprint is the SHA-256 of the lines “SHA-256, two spaces, file” in the order of the files; the same files give the same fingerprint.
chart-funnel-alt = { $name }: { $count }, passed { $rate }, amount { $amount }
chart-funnel-alt-first = { $name }: { $count }, amount { $amount }
