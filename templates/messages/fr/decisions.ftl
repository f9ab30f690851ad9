### Les décisions des personnes : decisions.csv, et la commande aliases.

## Ce qui concorde entre deux lignes.

joint-pair = les territoires
joint-title = l’intitulé
joint-title-alike = l’essentiel de l’intitulé
joint-identifier = l’identifiant
joint-start = le début (à un mois près)
joint-dates = les dates (qui se chevauchent)
joint-amount = le montant
joint-theme = la thématique
joint-activity = l’activité
joint-funder = le bailleur
joint-call = l’appel

## Pourquoi une ligne de decisions.csv n'est pas appliquée : suite d'une phrase, sans point final.

decision-blank = une cellule vide
decision-kind-unknown = la nature « { $found } » n’est pas connue ; il faut alias, fusion, séparation ou correction
decision-list-unknown = la liste « { $found } » n’est pas connue ; il faut par exemple Territoires, Thématiques ou Bailleurs
decision-entry-unknown = « { $found } » n’est ni un code ni un nom de la liste
decision-text-absent = le texte dont elle parle manque, dans la colonne Trouvé
decision-text-taken = le texte est déjà un nom de la liste, celui de { $entry }
decision-author-absent = l’auteur de la décision manque
decision-date-absent = la date de la décision manque
decision-date-unreadable = la date « { $found } » ne se lit pas ; écrivez-la comme 2027-01-15 ou 15/01/2027
decision-date-ahead = la date est à venir : { $found }, après le { $latest }
decision-place-absent = le fichier ou la cellule manque
decision-cell-unreadable = « { $found } » n’est pas l’adresse d’une cellule, comme H7
decision-identifiers-absent = il faut deux identifiants, ou deux fichiers si l’identifiant est le même
decision-answer-unknown = la décision « { $found } » n’est pas comprise ; il faut oui, non, ou pour une fusion l’identifiant à garder
decision-contradiction = elle contredit la ligne { $row }
decision-kept-apart = elle joint ce qu’une autre ligne sépare

setup-decisions-table = le fichier n’est pas un tableau lisible : { $detail }
setup-decisions-headings = la première ligne ne porte pas les intitulés attendus ; il faut au moins : { $expected }

## La commande aliases.

aliases-done = { $file } : { $new_n ->
    [0] aucune nouvelle proposition
    [one] { $new } nouvelle proposition
   *[other] { $new } nouvelles propositions
}{ $accepted_n ->
    [0] .
    [one] , { $accepted } acceptée.
   *[other] , { $accepted } acceptées.
}
aliases-line = {"  "}ligne { $row } — { $list } : « { $found } » → { $suggestions } — { $remark }
aliases-line-alone = {"  "}ligne { $row } — { $list } : « { $found } », sans suggestion — { $remark }
aliases-line-joint = {"  "}ligne { $row } — { $found } et { $other } — { $remark }
aliases-line-correction = {"  "}ligne { $row } — { $file } { $cell } : { $found }
aliases-found = { $count_n ->
    [one] { $count } fois : { $place }
   *[other] { $count } fois, d’abord : { $place }
}
aliases-joint = { $place } : { $message }
aliases-nothing = Rien n’attend de décision.
aliases-next =
    Que faire : ouvrez le fichier dans Excel. Dans la colonne Décision, écrivez pour un nom le code ou le nom de la liste ; pour deux activités, oui (la même) ou non (distinctes). Ajoutez votre nom et la date, puis enregistrez : les exécutions suivantes en tiennent compte.
    Ou acceptez la première suggestion de certaines lignes : --accept 2,5 --by "Votre nom" ; de toutes : --accept all.
aliases-no-row = la ligne { $found } n’existe pas dans decisions.csv
aliases-not-open = la ligne { $found } n’attend pas de décision
aliases-no-suggestion = la ligne { $found } n’a pas de suggestion ; écrivez la décision dans le fichier
