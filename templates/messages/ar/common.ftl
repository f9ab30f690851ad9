### ما يستعمل في كل مكان: التواريخ والأعداد وحالات القيم.

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = ماي
month-6 = يونيو
month-7 = يوليوز
month-8 = غشت
month-9 = شتنبر
month-10 = أكتوبر
month-11 = نونبر
month-12 = دجنبر
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-range = من { $from } إلى { $to }
millions = { $number } مليون { $currency }
interval = من { $low } إلى { $high }
missing = غير مصرح به
not-applicable = غير معني
language-fr = الفرنسية
language-ar = العربية
language-en = الإنجليزية
