### La trace d’un chiffre : sa mesure en toutes lettres, ses lignes et ses cellules.

measure-count = nombre de lignes de « { $table } »
measure-distinct = nombre de valeurs différentes de { $columns } dans « { $table } »
measure-sum = somme de { $column } dans « { $table } »
measure-latest = somme des dernières valeurs de { $column } de chaque série dans « { $table } »
measure-bounds = personnes comptées par { $column } dans « { $table } », du plus grand des groupes qui peuvent se recouper à la simple somme
measure-mean = moyenne de { $column } dans « { $table } », pondérée par { $weight }
measure-spread = nombre de lignes de « { $table } » selon { $column }
measure-ratio = { $above } ÷ { $below }
measure-ratio-row = { $above } ÷ { $below } ; seulement les lignes qui renseignent les deux côtés
measure-ratio-key = { $above } ÷ { $below } ; seulement là où les deux côtés sont renseignés pour la même valeur de { $key }
measure-top = { $measure } ; seulement les { $number } plus grands selon { $column }
measure-attainment = chemin parcouru par { $code } de sa valeur de référence à sa cible
measure-once = { $measure }, une fois pour chaque valeur de { $column }
measure-where = { $measure } [{ $conditions }]
measure-of-activity = { $column } de l’activité
measure-cutoff = date d’arrêté
condition-equal = { $column } = { $value }
condition-not-equal = { $column } ≠ { $value }
condition-less = { $column } < { $value }
condition-at-most = { $column } ≤ { $value }
condition-more = { $column } > { $value }
condition-at-least = { $column } ≥ { $value }
condition-in = { $column } : l’une des valeurs { $values }
condition-has = { $column } contient { $value }
condition-present = { $column } renseigné
condition-missing = { $column } non renseigné

trace-fact = { $label } : { $value }
trace-definition = Définition
trace-measure = Mesure
trace-formula = Formule
trace-scope = Périmètre
trace-scope-all = ensemble de l’accord
trace-period = Période
trace-result = Résultat
trace-provisional = Provisoire
trace-provisional-why = des erreurs dans les données écartent des cellules ou des lignes de ce chiffre, ou les y comptent sous réserve
trace-reported = Renseigné
trace-of = { $reported } sur { $asked } attendus
trace-baseline = Valeur de référence
trace-target = Valeur cible
trace-actual = Valeur atteinte
trace-attainment = Cible atteinte à
trace-rates = Montants et taux
trace-number = { $number } { $unit }
trace-ratio = { $above } ÷ { $below } = { $value }
trace-rate = { $amount } { $currency } = { $converted } { $report } ({ $rate } ; { $period } ; { $source })
trace-amount = { $amount } { $currency }
trace-side = { $side } : { $said }
trace-divided = ÷ { $rate }
trace-role-value = Lignes
trace-role-numerator = Numérateur
trace-role-denominator = Dénominateur
trace-role-baseline = Valeur de référence
trace-role-target = Valeur cible
trace-role-actual = Valeur atteinte
trace-rows = { $role } : { $count_n ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
trace-more-cells = { $count_n ->
    [one] Encore { $count } cellule ; --all les montre toutes.
   *[other] Encore { $count } cellules ; --all les montre toutes.
}
trace-private = donnée privée
trace-return-came = retour reçu
trace-return-none = aucun retour
trace-table-attainments = Résultats
trace-column-attainment = Part de la cible atteinte
trace-said-no-rate = { $amount } { $currency }, sans taux de change
trace-said-converted = { $amount } { $currency } × { $rate } = { $converted } { $report }
trace-said-divided = { $amount } { $currency } ÷ { $rate } = { $converted } { $report }
trace-said-both = { $value }, aux deux bornes
trace-said-high = { $value }, à la borne haute seulement
trace-said-weight = { $value } × poids { $weight }
trace-said-item = compte { $item }
trace-said-again = { $item }, déjà compté
trace-left-head = Lignes laissées de côté
trace-left = { $reason } ({ $count })
trace-left-missing = non renseigné
trace-left-not-applicable = sans objet
trace-left-held = écarté par une erreur
trace-left-undated = sans date
trace-left-beside = partie d’un total qui compte, ou remplacé par une autre ligne
trace-left-replaced = une ligne plus récente compte
trace-left-one-side = l’autre côté du rapport n’est pas renseigné
trace-left-not-largest = pas parmi les plus grands
trace-places-more = { $places } … et { $more } de plus

trace-title = Trace des chiffres
trace-tab-figures = Chiffres
trace-tab-territories = Territoires
trace-tab-cells = Cellules
trace-figures-note = Chaque chiffre du rapport consolidé, avec sa définition, ses taux et les cellules dont il est fait. Un chiffre qui a plusieurs côtés a une ligne pour chacun.
trace-figures-ask = La commande bilan explain, suivie d’un code, énumère toutes les cellules d’un chiffre, pour l’ensemble, un territoire ou un thème.
trace-territories-title = Chiffres par territoire
trace-territories-note = Les principaux chiffres de chaque territoire, tels que le rapport les imprime. Une activité de plusieurs territoires compte dans chacun.
trace-cells-title = Cellules derrière les chiffres
trace-cells-note = Une ligne pour chaque cellule derrière les chiffres de la première feuille, { $limit } lignes au plus. Ce qu’une ligne ajoute est inscrit à côté de sa première cellule.
trace-cells-cut = Une ligne pour chaque cellule derrière les chiffres de la première feuille. La liste s’arrête à { $limit } lignes : { $beyond } autres n’y sont pas. La commande bilan explain les donne toutes.
trace-head-part = Partie
trace-head-rows = Lignes
trace-head-left-out = Lignes laissées de côté
trace-head-rates = Montants et taux
trace-head-cells = Cellules
trace-head-formula = Formule
trace-head-territory = Territoire
trace-head-column = Colonne
trace-head-sign = Signe
trace-head-read = Valeur lue
trace-head-currency = Devise
trace-head-rate = Taux
trace-head-adds = Ajoute
trace-head-low = Borne basse ou poids

cli-explain-figure = Explique un code de constat, ou suit un chiffre jusqu’à ses cellules
cli-arg-figure = Code d’un constat, comme V302, ou d’un chiffre, comme X3-disbursed
cli-arg-in-campaign = Dossier qui contient campaign.toml (par défaut ce dossier-ci, sinon inputs)
cli-arg-territory = Territoire dont parle le chiffre : son code ou son nom
cli-arg-theme = Thème dont parle le chiffre : son code ou son nom
cli-arg-all = Montre toutes les cellules, et non les 50 premières
cli-list = Énumère les indicateurs, les thèmes, les territoires ou les constats, un par ligne
cli-arg-what = Ce qu’il faut énumérer : indicators, themes, territories ou findings
cli-example-explain = D’où vient un chiffre du rapport :
cli-no-campaign = Aucune campagne ici : allez dans le dossier qui contient campaign.toml, ou nommez-le par --in
cli-unknown-figure = il n’y a pas de code `{ $found }` ; les plus proches sont { $nearest }
cli-unknown-scope = il n’y a pas de territoire ni de thème `{ $found }` ; le plus proche est { $nearest }
list-head-code = Code
list-head-name = Nom
list-head-unit = Unité
list-head-level = Niveau
list-head-aggregation = Agrégation
list-head-measure = Mesure
list-head-goals = Objectifs
list-head-country = Pays
list-head-severity = Gravité
list-head-meaning = Signification
level-input = moyen
level-output = réalisation
level-outcome = résultat
level-context = contexte
aggregation-sum = somme
aggregation-latest = dernière valeur
aggregation-ratio = rapport de sommes
aggregation-weighted-mean = moyenne pondérée
aggregation-distribution = répartition
aggregation-distinct-count = compte sans doublon
aggregation-distinct-union = personnes, en intervalle

setup-own-column = la colonne « { $column } » manque ; les colonnes { $needed } sont nécessaires
setup-own-taken = le code { $code } est déjà celui d’un autre indicateur
