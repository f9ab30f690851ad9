# Ce qui sort du bureau et ce qui y reste : petits groupes masqués, noms et coordonnées retirés.
masked-few = moins de { $limit }
masked-few-short = <{ $limit }
masked-withheld = masqué
beneficiaries-lead-masked = Le nombre de personnes touchées est celui d’un petit groupe ou en révélerait un : il n’est pas publié.
results-masked = petit groupe masqué
page-internal = Interne
workbook-internal = Édition interne : rien n’est masqué. Ce classeur ne sort pas du bureau.
workbook-how-masked = Petit groupe de personnes, ou valeur qui en révélerait un
workbook-method-masked = Édition publique : un groupe de moins de { $limit } personnes est écrit « moins de { $limit } » ; une valeur qui permettrait de le retrouver est écrite « masqué ». Valeurs masquées dans les lignes : { $numbers }.
workbook-method-left-out = Dans les textes des conseils, […] remplace un nom, une adresse électronique ou un numéro de téléphone. Mentions retirées : { $words }.
rule-masked = Édition publique : un groupe de moins de { $limit } personnes est écrit « moins de { $limit } » ; une valeur ou un taux qui permettrait de le retrouver par différence est écrit « masqué ». Valeurs masquées dans les lignes reçues : { $numbers }.
rule-left-out = Dans les textes des conseils, le signe […] remplace un nom de personne, une adresse électronique ou un numéro de téléphone. Mentions retirées : { $words }.
rule-internal = Édition interne : aucun petit groupe n’est masqué et les textes des conseils sont reproduits en entier. Ce document ne sort pas du bureau.
sign-masked-few = De une à { $last } personnes. Le nombre exact n’est pas publié.
sign-masked-few-short = La même chose, là où la place manque.
sign-masked-withheld = La valeur est connue ; avec les autres, elle révélerait un petit groupe.
sign-left-out = Un nom, une adresse électronique ou un numéro de téléphone a été retiré du texte.
