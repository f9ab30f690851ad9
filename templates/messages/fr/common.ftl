### Ce qui sert partout : dates, nombres, états d'une valeur.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-range = du { $from } au { $to }
millions = { $number } M { $currency }
interval = { $low } à { $high }
missing = non renseigné
not-applicable = sans objet
language-fr = français
language-ar = arabe
language-en = anglais
