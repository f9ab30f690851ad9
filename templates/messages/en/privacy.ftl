# What leaves the office and what stays: small groups masked, names and contact details left out.
masked-few = fewer than { $limit }
masked-few-short = <{ $limit }
masked-withheld = withheld
beneficiaries-lead-masked = The number of people reached is that of a small group, or would reveal one: it is not published.
results-masked = small group masked
page-internal = Internal
workbook-internal = Internal edition: nothing is masked. This workbook stays in the office.
workbook-how-masked = Small group of people, or a value that would reveal one
workbook-method-masked = Public edition: a group of fewer than { $limit } people is written ‘fewer than { $limit }’; a value from which it could be worked out is written ‘withheld’. Values masked in the rows: { $numbers }.
workbook-method-left-out = In the councils’ texts, […] stands for a name, an e-mail address or a telephone number. Mentions left out: { $words }.
rule-masked = Public edition: a group of fewer than { $limit } people is written ‘fewer than { $limit }’; a value or rate from which it could be worked out by subtraction is written ‘withheld’. Values masked in the rows received: { $numbers }.
rule-left-out = In the councils’ texts, the sign […] stands for the name of a person, an e-mail address or a telephone number. Mentions left out: { $words }.
rule-internal = Internal edition: no small group is masked, and the councils’ texts are printed in full. This document stays in the office.
sign-masked-few = From one to { $last } people. The exact number is not published.
sign-masked-few-short = The same, where space is short.
sign-masked-withheld = The value is known; with the others, it would reveal a small group.
sign-left-out = A name, an e-mail address or a telephone number was left out of the text.
