### Dossiers de financement : faits, tableaux, contrôles et classeur.

dossier-about = { $call } – { $funder }
dossier-undated = date inconnue
dossier-applicants = Porteurs du projet
dossier-months =
    { $months_n ->
        [one] { $months } mois
        *[other] { $months } mois
    }
dossier-fact-others = Autres activités couvertes
dossier-fact-call = Appel
dossier-fact-funder = Bailleur
dossier-fact-lead = Chef de file
dossier-fact-co-holder = Co-porteur
dossier-fact-ma = Préfectures et provinces
dossier-fact-fr = Départements
dossier-fact-start = Début
dossier-fact-end = Fin
dossier-fact-months = Durée
dossier-fact-cost = Coût total
dossier-fact-requested = Montant demandé
dossier-fact-share = Part demandée du coût
dossier-fact-deadline = Date limite de dépôt
dossier-head-item = Élément
dossier-head-value = Valeur
dossier-head-marker = Marqueur du CAD
dossier-head-score = Cotation
dossier-head-paper = Pièce
dossier-head-state = État
dossier-head-level = Niveau
dossier-head-indicator = Indicateur
dossier-head-planned = Prévus
dossier-head-reached = Atteints
dossier-head-heading = Rubrique
dossier-head-all-years = Toutes les années
dossier-head-share = Part du total
dossier-head-costs = Charges
dossier-head-income = Produits
dossier-head-source = Source de financement
dossier-head-role = Nature
dossier-head-check = Contrôle
dossier-head-found = Projet
dossier-head-limit = Règle
dossier-head-verdict = Résultat
dossier-head-rule = Nom de la règle
dossier-head-since = En vigueur depuis
dossier-head-line-amount = Montant dans la devise de la ligne
dossier-head-cap = Plafond
dossier-head-most = Maximum
dossier-year-one = Première année
dossier-year-one-of = Première année ({ $year })
dossier-to-assign = À affecter à une rubrique
dossier-of-which = dont { $name } ({ $role })
dossier-role-requested = demandé à cet appel
dossier-role-signed = autre bailleur, signé
dossier-role-awaiting = autre bailleur, en attente
dossier-role-own-cash = apport propre en numéraire
dossier-role-own-in-kind = apport propre en nature
dossier-standing-unknown = montant à compléter
dossier-standing-acquired = acquis
dossier-standing-declared = déclaré
dossier-standing-not-acquired = non acquis
dossier-remaining = Reste à trouver
dossier-beyond = Sources au-delà du coût
dossier-total-cost = Coût total
dossier-covered = Somme des sources
dossier-most = Montant le plus élevé que l’appel permet de demander
dossier-difference = Charges moins produits
dossier-grid-sources = Sources de financement
dossier-grid-sums = Équilibre du plan
dossier-grid-checks = Le projet et les règles de l’appel
dossier-check-ceiling = Part du coût demandée au bailleur
dossier-check-min-own = Part du coût apportée par les porteurs
dossier-check-in-kind-cap = Part en nature de l’apport propre
dossier-check-min-amount = Montant demandé, minimum
dossier-check-max-amount = Montant demandé, maximum
dossier-check-min-cost = Coût total, minimum
dossier-check-months = Durée du projet
dossier-check-heading = Plafond de la rubrique « { $heading } »
dossier-check-budget-sum = Somme du budget, égale au coût total
dossier-check-covered = Somme des sources, égale au coût total
dossier-check-balance = Produits égaux aux charges
dossier-check-both-sides = Nature : rubrique 87 égale à 86
dossier-check-said = { $check } : { $found } ({ $limit })
dossier-check-rule = { $said } – règle { $rule } de « { $call } », { $date }
dossier-limit-at-most = au plus { $limit }
dossier-limit-at-least = au moins { $limit }
dossier-limit-equal = attendu : { $limit }
dossier-limit-unknown = règle non connue
dossier-fits = respecté
dossier-fails = non respecté
dossier-to-check = à vérifier
dossier-ready = prête
dossier-not-ready = à réunir
dossier-papers-unknown = Les pièces que l’appel demande ne sont pas connues : à vérifier auprès du bailleur.
dossier-rule-read = Règle { $rule }, en vigueur : { $date } ; source : { $source }.
dossier-rule-to-check = Règle { $rule }, en vigueur : { $date } ; à vérifier dans le texte de l’appel ; source : { $source }.
dossier-financing-note = Seul un financement signé est acquis. Un montant à compléter n’entre dans aucune somme.
dossier-cap-note = Rubrique { $heading } : au plus { $share } de la rubrique { $of }, soit { $most } : { $verdict }.
dossier-note-open =
    { $lines_n ->
        [one] { $lines } ligne sans montant n’entre dans aucune somme.
        *[other] { $lines } lignes sans montant n’entrent dans aucune somme.
    }
dossier-note-undated =
    { $lines_n ->
        [one] { $lines } ligne sans année n’entre que dans la colonne de toutes les années.
        *[other] { $lines } lignes sans année n’entrent que dans la colonne de toutes les années.
    }
dossier-note-income =
    { $lines_n ->
        [one] { $lines } ligne de produits n’est pas reprise : les produits viennent du plan de financement.
        *[other] { $lines } lignes de produits ne sont pas reprises : les produits viennent du plan de financement.
    }
dossier-note-rate = Montants en { $from } convertis en { $to } ligne par ligne : { $rate }.
dossier-note-no-rate = Montants en { $from } : aucun taux, non convertis.
dossier-logframe-note = Chaque valeur est celle du dernier relevé qui la donne. Le taux d’atteinte mesure le chemin parcouru de la valeur de référence à la cible.
dossier-people-note = Des groupes peuvent compter les mêmes personnes : leurs nombres ne s’additionnent pas.
dossier-group-direct = Bénéficiaires directs
dossier-all = tous
dossier-youth = jeunes
dossier-quarter = T{ $quarter } { $year }
dossier-plan-months = Calendrier par mois : { $tasks } tâches sur { $steps } mois
dossier-plan-quarters = Calendrier par trimestre : { $tasks } tâches sur { $steps } trimestres
dossier-plan-years = Calendrier par année : { $tasks } tâches sur { $steps } ans
dossier-task-said = { $task } : { $span }
dossier-marker-scored = { $marker } ({ $score })
dossier-marker-1 = Égalité entre les femmes et les hommes
dossier-marker-2 = Aide à l’environnement
dossier-marker-3 = Développement participatif et bonne gouvernance
dossier-marker-4 = Développement du commerce
dossier-marker-5 = Convention sur la diversité biologique
dossier-marker-6 = Changement climatique : atténuation
dossier-marker-7 = Changement climatique : adaptation
dossier-marker-8 = Convention sur la lutte contre la désertification
dossier-marker-9 = Santé reproductive, maternelle, néonatale et infantile
dossier-marker-10 = Réduction des risques de catastrophe
dossier-marker-11 = Handicap
dossier-marker-12 = Nutrition
dossier-score-0 = non ciblé
dossier-score-1 = objectif significatif
dossier-score-2 = objectif principal
dossier-score-3 = objectif principal, à l’appui d’un programme d’action
dossier-score-4 = objectif primaire explicite
dossier-workbook = Dossier { $id }
dossier-book-title = Dossier de financement
dossier-book-note = Les sommes, les parts et les contrôles sont des formules : une ligne corrigée dans la feuille des lignes les change toutes. Fond gris : valeur sans formule. Ocre : à compléter ou à vérifier.
dossier-provisional = Dossier provisoire : des erreurs dans les données touchent ses lignes ; « bilan check » les nomme.
dossier-tab-summary = Dossier
dossier-tab-logframe = Cadre logique
dossier-tab-lines = Lignes du budget
dossier-tab-budget = Budget
dossier-tab-plan = Plan de financement
dossier-tab-work = Calendrier
dossier-tab-partners = Partenaires
dossier-tab-risks = Risques
dossier-tab-papers = Pièces à joindre
dossier-lines-note = Montant = quantité × coût unitaire. La rubrique est celle du formulaire de l’appel.
dossier-budget-note = Chaque rubrique additionne les lignes qui portent son nom.
dossier-work-note = Une case pleine : la tâche court pendant ce mois ou ce trimestre. Une tâche sans date n’a pas de case.
cli-dossier = Écrit le dossier de financement d’une demande ou d’une activité : PDF, Word et Excel
cli-arg-dossier-id = Numéro d’une demande de financement, ou identifiant d’une activité
cli-arg-dossier-call = Code de l’appel ; sans lui, celui que la demande nomme
cli-arg-dossier-lang = Langue du dossier ; sans elle, celle de l’appel
cli-arg-dossier-out = Dossier à écrire : vide, ou écrit par ce programme ; plusieurs dossiers de financement peuvent y tenir
cli-example-dossier = Le dossier de financement d’une demande :
dossier-unknown-id = aucune demande ni activité ne s’appelle « { $found } » ; le plus proche est { $nearest }
dossier-unknown-call = aucun appel n’a le code « { $found } » ; le plus proche est { $nearest } (calls.csv)
dossier-no-call = l’appel de { $id } n’est pas connu ; nommez-le par --call, par exemple --call { $nearest }
dossier-no-template = il n’y a pas de modèle dossiers/{ $stem }.{ $lang }.md.hbs ; mettez-en un dans le dossier templates de la campagne, ou choisissez une autre langue par --lang
dossier-template-text = le modèle n’est pas un texte en UTF-8
dossier-said-stamp = Dossier provisoire : des erreurs dans les données touchent ses lignes (bilan check).
dossier-said-complete =
    { $places_n ->
        [one] { $places } passage à compléter
        *[other] { $places } passages à compléter
    }
dossier-said-nothing = Rien à compléter
dossier-said-failing = Contrôles non respectés :
dossier-said-none = Aucun contrôle connu n’est enfreint
dossier-said-to-check =
    { $checks_n ->
        [one] { $checks } contrôle à vérifier : la règle ou le montant n’est pas connu
        *[other] { $checks } contrôles à vérifier : la règle ou le montant n’est pas connu
    }
