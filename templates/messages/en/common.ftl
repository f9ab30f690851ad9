### What is used everywhere: dates, numbers, states of a value.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-range = { $from } to { $to }
millions = { $currency } { $number } M
interval = { $low } to { $high }
missing = not reported
not-applicable = not applicable
language-fr = French
language-ar = Arabic
language-en = English
