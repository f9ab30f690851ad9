### L’évolution dans le temps, et ce qui a changé depuis le rapport précédent.

## Évolution

chapter-evolution = Évolution
evolution-kicker = Année après année, depuis la signature
evolution-lead = Année { $year } : { $paid } décaissés, soit { $current } par rapport à l’année { $before }, et { $constant } à taux de change constant.
evolution-lead-amounts = Année { $year } : { $paid } décaissés ; année { $before } : { $paid-before }.
evolution-lead-none = Les décaissements datés ne couvrent pas deux années : seuls les autres chiffres se comparent.
evolution-lead-one = Seule l’année { $year } de l’accord a des données datées : les années ne se comparent pas encore.
evolution-rate = { $rate } %
chart-evolution = L’année { $year } a les décaissements les plus élevés ; par année de l’accord, en { $unit }
grid-evolution-years = Par année de l’accord
grid-evolution-halves = Par semestre
evolution-head-flow = Pendant l’année
evolution-head-half = Pendant
evolution-head-since = Depuis la signature
evolution-under-way = { $year } (en cours)
evolution-begun = Activités commencées
evolution-completed = Activités achevées
evolution-begun-short = Commencées
evolution-completed-short = Achevées
evolution-missions-short = Missions
evolution-constant = — à taux constant
evolution-half-1 = 1er semestre { $year }
evolution-half-2 = 2e semestre { $year }
evolution-calendar = Année { $year }
note-evolution-change = Sous chaque valeur, l’écart avec l’année précédente, quand les deux années sont finies : en nombre, ou en pourcentage pour les montants.
note-evolution-rates = Montants convertis au taux du jour de chaque ligne ; à taux constant, tous au taux du { $date } : l’écart qui reste ne vient pas du change.
note-evolution-people = Les bénéficiaires n’ont pas de date : ceux d’une activité de plusieurs années figurent dans chacune, et les années ne s’additionnent pas.
note-evolution-undated = { $rows_n ->
    [one] { $rows } montant sans date figure
   *[other] { $rows } montants sans date figurent
} dans le total depuis la signature et dans aucune année.
note-evolution-before = { $activities_n ->
    [one] { $activities } activité commencée avant la signature n’est comptée
   *[other] { $activities } activités commencées avant la signature ne sont comptées
} dans aucune année.
note-evolution-halves = Le premier semestre commence le jour de la signature et le dernier s’arrête à l’arrêt des données. Une activité compte à son premier et à son dernier jour. Les semestres d’une année s’additionnent.

## Ce qui a changé

chapter-changes = Ce qui a changé
changes-kicker = Depuis le rapport du { $date }
changes-lead = Rapport précédent : { $period }. Depuis, activités nouvelles : { $new } ; achevées : { $completed } ; disparues des retours : { $gone }.
section-changes-data = Ce que les conseils déclarent
grid-changes-figures = Chiffres clés
grid-changes-activities = Activités
grid-changes-recommendations = Suites données aux recommandations
changes-head-before = Précédent
changes-head-now = Actuel
changes-head-change = Écart
changes-head-what = Changement
changes-head-addressee = Destinataire
changes-head-then = Alors
changes-head-since = Maintenant
changes-points = { $points } points
changes-returned = Territoires qui répondent à nouveau : { $territories }.
changes-silent = Territoires qui avaient répondu et ne répondent plus : { $territories }.
changes-new = Nouvelle
changes-completed = Achevée depuis
changes-gone = Disparue
changes-revised = Budget révisé
changes-revised-from = { $before } → { $now }
changes-vanished = Disparue des retours
note-changes-figures = Précédent : { $before } ; actuel : { $now }. Chaque montant est converti aux taux de son propre rapport.
note-changes-currency = Le rapport précédent convertit en { $currency } : les montants ne se comparent pas.
note-changes-activities = Une activité est la même quand son identifiant est le même.
note-changes-gone = Une activité disparue n’est plus déclarée par aucun retour ; son conseil n’a peut-être pas répondu.
note-changes-recommendations = Une recommandation est la même quand son texte est le même.

## Ligne de commande

cli-arg-previous = Dossier de rapports d’une campagne précédente du même accord, pour montrer ce qui a changé
cli-since = Depuis le { $date } : activités nouvelles { $new }, achevées { $completed }, disparues { $gone } ; budgets révisés { $revised } ; territoires de retour { $returned }, devenus muets { $silent } ; recommandations suivies { $followed }, dont disparues { $lost }.
previous-none = { $folder } n’est pas un dossier de rapports écrit par ce programme
previous-damaged = les fichiers de { $folder } ont été modifiés ou abîmés depuis leur écriture ; reprenez une copie intacte
previous-older = { $folder } a été écrit par une version du programme qui ne garde pas de quoi comparer ; relancez-la sur ses données
previous-version = { $folder } a été écrit par une autre version du programme ; relancez celle-ci sur les mêmes données
previous-other = { $folder } contient les rapports d’un autre accord : signature ou associations différentes
previous-later = { $folder } est plus récent que cette campagne (rapport du { $date })

## Rapports entre montants

grid-quotients = Du prévu au décaissé
report-quotient = { $first } / { $second }
note-quotients = Montants en { $unit }, hors apports en nature.
finance-head-over = Sur les activités qui déclarent les deux
finance-head-first = Numérateur
finance-head-second = Dénominateur
finance-head-quotient = Résultat
finance-head-set = Activités
note-cost = Les deux côtés de chaque ligne portent sur les mêmes activités, une activité commune à plusieurs conseils comptant une fois. Les personnes sont des nombres bruts : une personne de deux activités y compte deux fois.

## Classeur

workbook-trend-calendar = Par année civile
workbook-trend-from = Du
workbook-trend-to = Au
workbook-trend-people-low = Bénéficiaires, au moins
workbook-trend-people-high = Bénéficiaires, au plus
workbook-trend-constant = { $what } à taux constant, { $currency }
workbook-trend-undated = Un montant sans date figure dans le total depuis la signature et dans aucune autre ligne.
