# Recherche de financements : besoins, règles des appels, échéances, calendrier, appels qui conviennent.

## Besoins

section-needs = Ce qui reste à financer
needs-said =
    { $projects_n ->
        [one] Il manque { $gap } à { $projects } projet, { $after } une fois comptées les demandes en cours à leur probabilité.
        *[other] Il manque { $gap } à { $projects } projets, { $after } une fois comptées les demandes en cours à leur probabilité.
    }
grid-needs = Besoins par projet
grid-needs-pairs = Besoins par couple de conseils
grid-needs-themes = Besoins par thème
needs-head-project = Projet
needs-head-projects = Projets
needs-head-cost = Coût
needs-head-secured = Signé
needs-head-own = Apport propre
needs-head-gap = Manque
needs-head-expected = Probable
needs-head-after = Manque après probable
needs-all =
    { $count_n ->
        [one] { $count } projet
        *[other] { $count } projets
    }
needs-whole = Ensemble, chaque projet une fois
needs-unknown = à établir
needs-no-rate = taux manquant
needs-no-activity = sans activité connue ({ $funder })
needs-more-activities =
    { $count_n ->
        [one] { $title } (et { $count } autre activité)
        *[other] { $title } (et { $count } autres activités)
    }
note-needs = Manque : coût moins montants signés moins apport propre (numéraire et nature). Le coût est le budget prévu, sans les apports en nature que l’activité déclare à part. Les activités qu’une même demande finance forment un projet. Chaque colonne additionne les projets qui la renseignent.
note-needs-expected = Probable : montants demandés des demandes non décidées, multipliés par la probabilité de leur étape.
note-needs-more =
    { $count_n ->
        [one] { $count } autre projet se trouve dans le classeur ; le total le comprend.
        *[other] { $count } autres projets se trouvent dans le classeur ; le total les comprend.
    }
note-needs-cost-unknown =
    { $count_n ->
        [one] Coût non déclaré pour { $count } projet : son manque n’est dans aucun total.
        *[other] Coût non déclaré pour { $count } projets : leur manque n’est dans aucun total.
    }
note-needs-cost-applied =
    { $count_n ->
        [one] Sans budget déclaré, le coût de { $count } projet est le plus grand coût total de ses demandes.
        *[other] Sans budget déclaré, le coût de { $count } projets est le plus grand coût total de leurs demandes.
    }
note-needs-unsigned =
    { $count_n ->
        [one] { $count } convention signée ne dit pas son montant : le manque du projet reste à établir.
        *[other] { $count } conventions signées ne disent pas leur montant : le manque de ces projets reste à établir.
    }
note-needs-own-unknown =
    { $count_n ->
        [one] Apport propre non déclaré pour { $count } projet : son manque peut être moindre.
        *[other] Apport propre non déclaré pour { $count } projets : leur manque peut être moindre.
    }
note-needs-unpriced =
    { $count_n ->
        [one] { $count } demande non décidée ne dit pas son montant : le probable ne la compte pas.
        *[other] { $count } demandes non décidées ne disent pas leur montant : le probable ne les compte pas.
    }
note-needs-surplus =
    { $count_n ->
        [one] { $count } projet a plus que son coût : son excédent, compté en négatif, ne couvre pas le manque d’un autre.
        *[other] { $count } projets ont plus que leur coût : leur excédent, compté en négatif, ne couvre pas le manque d’un autre.
    }
note-needs-pairs-overlap = Un projet compte en entier dans chacun de ses couples de conseils : les lignes ne s’additionnent pas.
note-needs-themes-overlap = Un projet compte en entier dans chacun de ses thèmes : les lignes ne s’additionnent pas.
note-needs-pairs-more =
    { $count_n ->
        [one] { $count } autre couple se trouve dans le classeur.
        *[other] { $count } autres couples se trouvent dans le classeur.
    }
note-needs-without-pair =
    { $count_n ->
        [one] { $count } projet n’est dans aucun couple : ses conseils sont d’un seul pays, ou ne sont pas déclarés.
        *[other] { $count } projets ne sont dans aucun couple : leurs conseils sont d’un seul pays, ou ne sont pas déclarés.
    }
note-probabilities = Probabilité de chaque étape fixée par la campagne. Portefeuille pondéré : { $amount }.

## Règles des appels

grid-calls = Cofinancement et apports face aux règles de l’appel
call-head-application = Demande et appel
call-head-rate = Taux demandé
call-head-ceiling = Plafond
call-head-points = Marge, points
call-head-own = Apport propre
call-head-in-kind = Part en nature
call-at-least = { $share } (min. { $limit })
call-at-most = { $share } (max. { $limit })
note-calls = Taux : montant demandé / coût total. Apport propre : numéraire et nature / coût total. Part en nature : nature / apport propre. Ocre : au-delà de la règle, ou non déclaré. Demandes refusées et retirées non comprises.
note-calls-more =
    { $count_n ->
        [one] { $count } autre demande se trouve dans le classeur.
        *[other] { $count } autres demandes se trouvent dans le classeur.
    }
to-check = à vérifier
rule-source = { $call }, règle « { $rule } », en vigueur : { $from } ; source : { $source } ({ $state }).
rule-none = { $call } : aucune règle dans la liste, à vérifier.
rule-verified = source lue
rule-to-check = à vérifier

## Échéances

section-deadlines = Échéances et rétroplanning
deadline-moment = { $time }, { $zone }
clock-time = { $hour } h { $minute }
zone-brussels = heure de Bruxelles
zone-paris = heure de Paris
zone-casablanca = heure de Casablanca
zone-utc = temps universel
deadline-head-band = Alerte
band-overdue = dépassée
band-days = J−{ $days }
band-later = plus de 90 jours
note-deadlines-own = La date de la demande l’emporte sur celle de l’appel ; l’heure est celle de l’appel, dans son fuseau.
grid-plan = À préparer avant chaque échéance
plan-head-day = Dernier jour
plan-head-paper = Pièce
plan-head-application = Appel
plan-head-state = État
plan-to-set = délai à fixer
plan-ready = prête
plan-open = à préparer
plan-late = en retard
plan-late-unknown = en retard, sauf si prête
note-plan = Dernier jour : échéance moins le délai de la campagne ; pour la délibération, le délai de session le plus long des conseils de la demande. Une pièce est prête quand la demande ou un passage la nomme.
note-plan-ready =
    { $count_n ->
        [one] { $count } pièce est déjà prête.
        *[other] { $count } pièces sont déjà prêtes.
    }
note-plan-more =
    { $count_n ->
        [one] { $count } autre étape se trouve dans le classeur.
        *[other] { $count } autres étapes se trouvent dans le classeur.
    }

## Classeur

workbook-needs-name = { $ids } · { $title }
workbook-needs-cost = Coût ({ $currency })
workbook-needs-secured = Signé ({ $currency })
workbook-needs-own = Apport propre ({ $currency })
workbook-needs-gap = Manque ({ $currency })
workbook-needs-expected = Probable ({ $currency })
workbook-needs-after = Manque après probable ({ $currency })
workbook-needs-remark = Remarque
workbook-needs-no-cost = coût non déclaré
workbook-needs-applied-cost = coût tiré de la demande
workbook-needs-no-own = apport propre non déclaré
workbook-needs-activity-own = apport propre tiré de l’activité
workbook-needs-unsigned = convention signée sans montant
workbook-needs-unpriced = demande sans montant
workbook-deadline-hour = Heure et fuseau
workbook-plan-lead = Délai en jours
workbook-call-rule = Règle
workbook-call-min-own = Apport propre minimal
workbook-call-cap = Part en nature maximale
workbook-call-from = En vigueur
workbook-call-state = Source vérifiée

## Calendrier

calendar-name = Recherche de financements : échéances
calendar-deadline = Échéance : { $call }
calendar-step = À préparer : { $paper } ({ $call })
calendar-application = Demande : { $application }
calendar-funder = Bailleur : { $funder }
calendar-requested = Montant demandé : { $amount }
calendar-activities = Activités : { $activities }
calendar-step-deadline = Échéance : { $date }

## Appels qui conviennent

cli-calls = Liste les appels à projets qui peuvent combler le manque de chaque projet
cli-arg-activity = Une seule activité, quel que soit son manque
cli-arg-calls-all = Tous les appels en détail, ceux déjà clos compris
cli-example-calls = Quels appels conviennent à une activité ?
calls-head = Appels au { $date } : { $projects_n ->
        [one] { $projects } projet examiné
        *[other] { $projects } projets examinés
    } ({ $activities } activités lues). + convient, ? à vérifier, - ne convient pas.
calls-needs = Coût { $cost } ; signé { $secured } ; apport propre { $own } ; manque { $gap }, { $after } après probable.
calls-title = { $call } [{ $code }], clôture : { $closes }
calls-head-call = { $title } : { $fit }
calls-fits = convient
calls-fails = ne convient pas
calls-closed = appel clos
calls-application = demande { $application } déjà enregistrée
calls-undated = Sans date dans la liste des appels (le détail : --activity ou --all) :
calls-none = Aucun appel dans la liste.
calls-unknown-gap =
    { $count_n ->
        [one] Manque à établir, non examiné : { $projects }.
        *[other] Manque à établir, non examinés : { $projects }.
    }
calls-unknown-activity = Aucune activité « { $found } » dans les retours ; la plus proche : { $nearest }.
calls-name-window = Ouverture
calls-name-applicants = Candidats
calls-name-morocco = Maroc éligible
calls-name-themes = Thèmes
calls-name-amount = Montant
calls-name-own = Apport propre
calls-name-duration = Durée
calls-name-language = Langue du dossier
calls-name-time = Délai
calls-name-papers = Pièces
calls-name-source = Règle
calls-window = du { $opens } au { $closes }
calls-morocco-yes = oui
calls-morocco-no = non
calls-amount = jusqu’à { $reach } sur { $gap } qui manquent ; plafond : { $ceiling } ; minimum : { $min } ; maximum : { $max }
calls-amount-cost = { $amount } ; coût minimal : { $cost }
calls-own = { $own } ; minimum { $asked } ({ $share } du coût)
calls-own-raise = { $own } ; minimum { $asked } ({ $share } du coût) : atteint si les conseils ajoutent { $lacking }
calls-months = { $count } mois
calls-duration = { $own } ; au plus { $longest }
calls-time =
    { $days_n ->
        [one] { $days } jour ; délibération : { $day } au plus tard, { $state }
        *[other] { $days } jours ; délibération : { $day } au plus tard, { $state }
    }
calls-papers = manquent { $papers }
calls-paper = { $paper } ({ $day } au plus tard)
calls-paper-late = { $paper } ({ $day }, dépassé)
calls-papers-ready = toutes prêtes
calls-source = { $rule } ; source : { $source }
calls-title-undated = { $call } [{ $code }], sans date
calls-window-until = jusqu’au { $closes } ; premier jour à vérifier
calls-window-over = appel clos, dernier jour non connu
calls-window-from = à partir du { $opens } ; dernier jour à vérifier
calls-of-cost = { $share } du coût
calls-amount-unlimited = { $gap } manquent ; plafond : { $ceiling } ; minimum : { $min } ; maximum : { $max }
calls-own-unknown = { $own } ; minimum à vérifier
calls-paper-undated = { $paper }

grid-applications = Les demandes
note-applications-first = Les { $shown } plus gros montants demandés sur { $all } demandes ; le classeur les contient toutes.
